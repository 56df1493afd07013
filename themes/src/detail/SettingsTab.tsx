import { ClipboardCopy, FormGroup, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { areTextsValid } from "../form/text";
import { TextFields } from "../form/TextFields";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import { problemsElsewhere } from "../problem/problems";
import { EditForm, type EditTabProps } from "./EditForm";
import { Facts } from "./Facts";
import { useCreator } from "./useCreator";

/** Name and description, and what never changes. */
export const SettingsTab = ({ set, editing, isReadOnly }: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const { credential, draft, problems } = editing;
  const creator = useCreator(credential);
  const clientId = (
    <ClipboardCopy
      isReadOnly
      textAriaLabel={t("apiCredentials.clientId")}
      hoverTip={t("apiCredentials.secret.copy", { what: t("apiCredentials.clientId") })}
      clickTip={t("apiCredentials.secret.copied")}
    >
      {credential.clientId}
    </ClipboardCopy>
  );
  const createdAt = time(credential.createdAt);
  const facts: [string, string][] = [
    [t("apiCredentials.set"), setName(set, credential.permissionSet)],
    [
      t("apiCredentials.createdAt"),
      creator && createdAt ? t("apiCredentials.createdAt.by", { time: createdAt, user: creator }) : createdAt,
    ],
    [t("apiCredentials.updatedAt"), time(credential.updatedAt)],
  ];

  if (isReadOnly) {
    return (
      <PageSection variant="light">
        <Facts
          facts={[
            [t("apiCredentials.clientId"), clientId],
            [t("apiCredentials.name"), credential.name],
            [t("apiCredentials.description"), credential.description],
            ...facts,
          ]}
        />
      </PageSection>
    );
  }
  return (
    <EditForm
      editing={editing}
      part="texts"
      isValid={areTextsValid(draft.texts)}
      otherProblems={problemsElsewhere(problems, "name", "description")}
    >
      <FormGroup label={t("apiCredentials.clientId")}>{clientId}</FormGroup>
      <TextFields
        texts={draft.texts}
        problems={problems}
        credentialId={credential.id}
        onChange={(texts) => editing.edit({ texts })}
      />
      <Facts facts={facts} />
    </EditForm>
  );
};
