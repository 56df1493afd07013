import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { areAddressesValid, isAllAddresses } from "../form/addresses";
import { AddressFields } from "../form/AddressFields";
import { problemsElsewhere, problemsWithin } from "../problem/problems";
import { EditForm, type EditTabProps } from "./EditForm";
import { Facts } from "../page/Facts";

/** From where the credential can be used. */
export const AddressesTab = ({ editing, isReadOnly, settings }: EditTabProps) => {
  const { t } = useTranslation();
  const { credential, draft, problems } = editing;
  if (isReadOnly) {
    const { allowedIps } = credential;
    return (
      <PageSection variant="light">
        <Facts
          facts={[
            [
              t("apiCredentials.addresses"),
              allowedIps === undefined
                ? t("apiCredentials.addresses.unreadable")
                : isAllAddresses(allowedIps)
                  ? t("apiCredentials.addresses.all")
                  : allowedIps.map((entry) => <div key={entry}>{entry}</div>),
            ],
          ]}
        />
      </PageSection>
    );
  }
  return (
    <EditForm
      editing={editing}
      settings={settings}
      parts={["addresses"]}
      isValid={areAddressesValid(draft.addresses)}
      otherProblems={problemsElsewhere(problems, "allowedIps", "reason")}
    >
      <AddressFields
        addresses={draft.addresses}
        problems={problemsWithin(problems, "allowedIps")}
        onChange={(addresses) => editing.edit({ addresses })}
      />
    </EditForm>
  );
};
