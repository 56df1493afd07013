import { useAccess } from "@keycloak/keycloak-admin-ui";
import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import type { OwnerDraft } from "./life";
import { useOwnerUser } from "./useOwnerUser";

interface OwnerUserFieldProps {
  owner: OwnerDraft;
  problem: Problem | undefined;
  onChange: (owner: OwnerDraft) => void;
}

/** The user who answers for a credential: by name for somebody who may see users, otherwise by id. */
export const OwnerUserField = (props: OwnerUserFieldProps) => {
  const { hasSomeAccess } = useAccess();
  return hasSomeAccess("view-users", "query-users") ? <ByName {...props} /> : <ById {...props} />;
};

const ByName = ({ owner, problem, onChange }: OwnerUserFieldProps) => {
  const { t } = useTranslation();
  const { suggestions, isMissing } = useOwnerUser(owner, onChange);
  return (
    <FormGroup label={t("apiCredentials.owner.user.optional")} fieldId="owner-user">
      <TextInput
        id="owner-user"
        data-testid="owner-user"
        list="owner-user-names"
        autoComplete="off"
        value={owner.userName || owner.userId}
        validated={problem ? "error" : isMissing ? "warning" : "default"}
        aria-describedby="owner-user-help"
        onChange={(_, userName) => onChange({ ...owner, userName, userId: "" })}
      />
      <datalist id="owner-user-names">
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FieldProblem
        id="owner-user-help"
        problem={problem}
        hint={t(isMissing ? "apiCredentials.owner.user.missing" : "apiCredentials.owner.user.help")}
        isWarning={isMissing}
      />
    </FormGroup>
  );
};

const ById = ({ owner, problem, onChange }: OwnerUserFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup label={t("apiCredentials.owner.userId.optional")} fieldId="owner-user">
      <TextInput
        id="owner-user"
        data-testid="owner-user"
        value={owner.userId}
        validated={problem ? "error" : "default"}
        aria-describedby="owner-user-help"
        onChange={(_, userId) => onChange({ ...owner, userId: userId.trim(), userName: "" })}
      />
      <FieldProblem id="owner-user-help" problem={problem} hint={t("apiCredentials.owner.userId.help")} />
    </FormGroup>
  );
};
