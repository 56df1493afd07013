import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem, Settings } from "../api/types";
import { problemAt } from "../problem/problems";
import { FieldProblem } from "./FieldProblem";
import { checkContact, checkTeam, type OwnerDraft } from "./life";
import { OwnerUserField } from "./OwnerUserField";

export interface OwnerFieldsProps {
  owner: OwnerDraft;
  settings: Settings | undefined;
  problems: Problem[];
  onChange: (owner: OwnerDraft) => void;
}

/** Who answers for a credential: a team, where to write to, and a user. */
export const OwnerFields = ({ owner, settings, problems, onChange }: OwnerFieldsProps) => {
  const { t } = useTranslation();
  const isRequired = settings?.owner?.required ?? false;
  const team = problemAt(problems, "owner.team") ?? checkTeam(owner.team);
  const contact = problemAt(problems, "owner.contact") ?? checkContact(owner.contact);
  return (
    <>
      <FormGroup
        label={t(isRequired ? "apiCredentials.owner.team" : "apiCredentials.owner.team.optional")}
        fieldId="owner-team"
        isRequired={isRequired}
      >
        <TextInput
          id="owner-team"
          data-testid="owner-team"
          value={owner.team}
          isRequired={isRequired}
          validated={team ? "error" : "default"}
          aria-describedby="owner-team-help"
          onChange={(_, text) => onChange({ ...owner, team: text })}
        />
        <FieldProblem id="owner-team-help" problem={team} hint={t("apiCredentials.owner.team.help")} />
      </FormGroup>
      <FormGroup
        label={t(isRequired ? "apiCredentials.owner.contact" : "apiCredentials.owner.contact.optional")}
        fieldId="owner-contact"
        isRequired={isRequired}
      >
        <TextInput
          id="owner-contact"
          data-testid="owner-contact"
          type="text"
          inputMode="email"
          value={owner.contact}
          isRequired={isRequired}
          validated={contact ? "error" : "default"}
          aria-describedby="owner-contact-help"
          onChange={(_, text) => onChange({ ...owner, contact: text })}
        />
        <FieldProblem id="owner-contact-help" problem={contact} hint={t("apiCredentials.owner.contact.help")} />
      </FormGroup>
      <OwnerUserField owner={owner} problem={problemAt(problems, "owner.userId")} onChange={onChange} />
    </>
  );
};
