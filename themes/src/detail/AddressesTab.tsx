import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { admits, allowedIpsOf, areAddressesValid, isAllAddresses, withEntry } from "../form/addresses";
import { AddressFields } from "../form/AddressFields";
import { Facts } from "../page/Facts";
import { problemsElsewhere, problemsWithin } from "../problem/problems";
import type { LoadedActivity } from "../state/useActivity";
import { AddressEffect } from "./AddressEffect";
import { EditForm, type EditTabProps } from "./EditForm";
import { ExplainForm } from "./ExplainForm";
import { effectOf } from "./narrowing";
import { SeenAddresses } from "./SeenAddresses";
import { SuggestedList } from "./SuggestedList";
import { useSuggestions } from "./useSuggestions";

/** From where the credential can be used, and what is known of where it was. */
export const AddressesTab = ({ editing, isReadOnly, settings, counted }: EditTabProps & { counted: LoadedActivity }) => {
  const { t } = useTranslation();
  const { credential, draft, problems } = editing;
  const suggestions = useSuggestions(credential.id, credential.updatedAt);
  const activity = counted.known?.activity;
  if (isReadOnly) {
    const { allowedIps } = credential;
    return (
      <PageSection variant="light">
        {suggestions && <SuggestedList suggestions={suggestions} createdAt={credential.createdAt} onTake={undefined} />}
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
        {activity && <SeenAddresses activity={activity} allowedIps={allowedIps ?? []} onAdd={undefined} />}
        <ExplainForm id={credential.id} />
      </PageSection>
    );
  }
  const { addresses } = draft;
  const isValid = areAddressesValid(addresses);
  const present = allowedIpsOf(addresses);
  const effect =
    activity && isValid && editing.changed.includes("addresses") ? effectOf(activity, present) : undefined;
  const note = effect && <AddressEffect activity={activity!} createdAt={credential.createdAt} effect={effect} />;
  const put = (entries: string[]) => editing.edit({ addresses: { areLimited: true, entries } });
  const hasRoom = addresses.areLimited && withEntry(addresses.entries, "") !== undefined;
  return (
    <>
      <EditForm
        editing={editing}
        settings={settings}
        parts={["addresses"]}
        isValid={isValid}
        otherProblems={problemsElsewhere(problems, "allowedIps", "reason")}
        question={effect && effect.refused.length > 0 ? note : undefined}
      >
        {suggestions && !isSame(present, suggestions.allowedIps?.suggested?.allowedIps) && (
          <SuggestedList suggestions={suggestions} createdAt={credential.createdAt} onTake={put} />
        )}
        <AddressFields
          addresses={addresses}
          problems={problemsWithin(problems, "allowedIps")}
          onChange={(changed) => editing.edit({ addresses: changed })}
        />
        <div aria-live="polite">{note}</div>
      </EditForm>
      {activity && (
        <PageSection variant="light">
          <SeenAddresses
            activity={activity}
            allowedIps={present}
            onAdd={
              hasRoom
                ? (address) => !admits(present, address) && put(withEntry(addresses.entries, address)!)
                : undefined
            }
          />
        </PageSection>
      )}
      <ExplainForm id={credential.id} />
    </>
  );
};

function isSame(one: string[], other: string[] | undefined): boolean {
  return other !== undefined && one.toSorted().join() === other.toSorted().join();
}
