import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Finding, Problem } from "../api/types";
import { problemAt } from "../problem/problems";
import { FieldProblem } from "./FieldProblem";
import { checkText, lengthOf, MAX_LENGTH, MIN_LENGTH, type Texts } from "./text";
import { useNameTaken } from "./useNameTaken";

interface TextFieldsProps {
  texts: Texts;
  problems: Problem[];
  isReadOnly?: boolean;
  /** The credential that has these texts, if there is one already. */
  credentialId?: string;
  onChange: (texts: Texts) => void;
}

/** Name and description, judged as they are typed. */
export const TextFields = ({ texts, problems, isReadOnly, credentialId, onChange }: TextFieldsProps) => {
  const { t } = useTranslation();
  const isTaken = useNameTaken(isReadOnly ? "" : texts.name, credentialId);
  const limits = { min: MIN_LENGTH, max: MAX_LENGTH };
  const nameProblem = problemOf("name");
  const descriptionProblem = problemOf("description");
  return (
    <>
      <FormGroup label={t("apiCredentials.name")} fieldId="credential-name" isRequired>
        <TextInput
          id="credential-name"
          data-testid="credential-name"
          value={texts.name}
          isRequired
          isDisabled={isReadOnly}
          validated={nameProblem ? "error" : "default"}
          aria-describedby="credential-name-help"
          onChange={(_, name) => onChange({ ...texts, name })}
        />
        <FieldProblem
          id="credential-name-help"
          problem={nameProblem}
          hint={isTaken ? t("apiCredentials.name.taken") : t("apiCredentials.name.help", limits)}
          isWarning={isTaken}
        />
      </FormGroup>
      <FormGroup label={t("apiCredentials.description.optional")} fieldId="credential-description">
        <TextInput
          id="credential-description"
          data-testid="credential-description"
          value={texts.description}
          isDisabled={isReadOnly}
          validated={descriptionProblem ? "error" : "default"}
          aria-describedby="credential-description-help"
          onChange={(_, description) => onChange({ ...texts, description })}
        />
        <FieldProblem
          id="credential-description-help"
          problem={descriptionProblem}
          hint={t("apiCredentials.description.help", limits)}
        />
      </FormGroup>
    </>
  );

  /** What is wrong with a text, of which a blank one is not there yet. */
  function problemOf(field: keyof Texts): Finding | Problem | undefined {
    return problemAt(problems, field) ?? (lengthOf(texts[field]) === 0 ? undefined : checkText(texts[field]));
  }
};
