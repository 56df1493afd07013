import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
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
  const nameProblem = useTextProblem(texts.name, problemAt(problems, "name"));
  const descriptionProblem = useTextProblem(texts.description, problemAt(problems, "description"));
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
          message={nameProblem}
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
          message={descriptionProblem}
          hint={t("apiCredentials.description.help", limits)}
        />
      </FormGroup>
    </>
  );
};

/** What is wrong with a text, of which a blank one is not there yet. */
function useTextProblem(text: string, fromServer: string | undefined): string | undefined {
  const { t } = useTranslation();
  const length = lengthOf(text);
  if (fromServer !== undefined || length === 0) {
    return fromServer;
  }
  switch (checkText(text)) {
    case "short":
      return t("apiCredentials.length.missing", { count: MIN_LENGTH - length });
    case "long":
      return t("apiCredentials.length.excess", { count: length - MAX_LENGTH });
    case "unprintable":
      return t("apiCredentials.unprintable");
    default:
      return undefined;
  }
}
