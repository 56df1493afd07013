import { ClipboardCopy, FormGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { problemsElsewhere } from "../form/problems";
import { areTextsValid, TextFields } from "../form/TextFields";
import { useTerms } from "../form/useTerms";
import { useTime } from "../shell/useTime";
import { EditForm, type EditTabProps } from "./EditForm";

/** Name and description, and what never changes. */
export const SettingsTab = ({ set, editing, isReadOnly }: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const { credential, draft, problems } = editing;

  return (
    <EditForm
      isReadOnly={isReadOnly}
      isValid={areTextsValid(draft.texts)}
      otherProblems={problemsElsewhere(problems, "name", "description")}
      onSave={() => editing.save("texts")}
      onRevert={() => editing.revert("texts")}
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
      <TextFields
        texts={draft.texts}
        problems={problems}
        isReadOnly={isReadOnly}
        onChange={(texts) => editing.edit({ texts })}
      />
      <FormGroup label={t("apiCredentials.createdAt")}>{time(credential.createdAt)}</FormGroup>
      <FormGroup label={t("apiCredentials.updatedAt")}>{time(credential.updatedAt)}</FormGroup>
    </EditForm>
  );
};
