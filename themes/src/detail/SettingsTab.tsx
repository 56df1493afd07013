import { ClipboardCopy, FormGroup } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Credential, PermissionSet, Problem } from "../api/types";
import { areTextsValid, TextFields, type Texts } from "../form/TextFields";
import { useTerms } from "../form/useTerms";
import { useTime } from "../shell/useTime";
import { EditForm, type EditTabProps } from "./EditForm";

/** Name and description, and what never changes. */
export const SettingsTab = ({
  credential,
  set,
  problems,
  isReadOnly,
  onSave,
}: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const [texts, setTexts] = useState(textsOf(credential));

  return (
    <EditForm
      isReadOnly={isReadOnly}
      isValid={areTextsValid(texts)}
      otherProblems={problems.filter(isElsewhere)}
      onSave={() => onSave({ name: texts.name.trim(), description: texts.description.trim() || undefined })}
      onRevert={() => setTexts(textsOf(credential))}
    >
      <FormGroup label={t("apiCredentials.clientId")}>
        <ClipboardCopy
          isReadOnly
          textAriaLabel={t("apiCredentials.clientId")}
          hoverTip={t("apiCredentials.secret.copy", { what: t("apiCredentials.clientId") })}
          clickTip={t("apiCredentials.secret.copied")}
        >
          {credential.clientId}
        </ClipboardCopy>
      </FormGroup>
      <FormGroup label={t("apiCredentials.set")}>{setName(set, credential.permissionSet)}</FormGroup>
      <TextFields texts={texts} problems={problems} isReadOnly={isReadOnly} onChange={setTexts} />
      <FormGroup label={t("apiCredentials.createdAt")}>{time(credential.createdAt)}</FormGroup>
      <FormGroup label={t("apiCredentials.updatedAt")}>{time(credential.updatedAt)}</FormGroup>
    </EditForm>
  );
};

function textsOf({ name, description = "" }: Credential): Texts {
  return { name, description };
}

function isElsewhere({ field }: Problem): boolean {
  return !["name", "description", "updatedAt"].includes(field);
}
