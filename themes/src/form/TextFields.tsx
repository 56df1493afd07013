import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { problemAt } from "./problems";
import { checkText, lengthOf, MAX_LENGTH, MIN_LENGTH } from "./text";

export interface Texts {
  name: string;
  description: string;
}

interface TextFieldsProps {
  texts: Texts;
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (texts: Texts) => void;
}

export function areTextsValid({ name, description }: Texts): boolean {
  return checkText(name) === undefined && (lengthOf(description) === 0 || checkText(description) === undefined);
}

/** Name and description, with counters. */
export const TextFields = ({ texts, problems, isReadOnly, onChange }: TextFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <FormGroup label={t("apiCredentials.name")} fieldId="credential-name" isRequired>
        <TextInput
          id="credential-name"
          data-testid="credential-name"
          value={texts.name}
          isRequired
          isDisabled={isReadOnly}
          validated={isWrong(texts.name, problemAt(problems, "name")) ? "error" : "default"}
          aria-describedby="credential-name-help"
          onChange={(_, name) => onChange({ ...texts, name })}
        />
        <Help id="credential-name-help" text={texts.name} problem={problemAt(problems, "name")} />
      </FormGroup>
      <FormGroup label={t("apiCredentials.description")} fieldId="credential-description">
        <TextArea
          id="credential-description"
          data-testid="credential-description"
          value={texts.description}
          isDisabled={isReadOnly}
          resizeOrientation="vertical"
          validated={isWrong(texts.description, problemAt(problems, "description")) ? "error" : "default"}
          aria-describedby="credential-description-help"
          onChange={(_, description) => onChange({ ...texts, description })}
        />
        <Help
          id="credential-description-help"
          text={texts.description}
          problem={problemAt(problems, "description")}
          isOptional
        />
      </FormGroup>
    </>
  );
};

function isWrong(text: string, problem: string | undefined): boolean {
  return problem !== undefined || (lengthOf(text) > 0 && checkText(text) !== undefined);
}

interface HelpProps {
  id: string;
  text: string;
  problem: string | undefined;
  isOptional?: boolean;
}

const Help = ({ id, text, problem, isOptional }: HelpProps) => {
  const { t } = useTranslation();
  const counts = { length: lengthOf(text), min: MIN_LENGTH, max: MAX_LENGTH };
  const own =
    checkText(text) === "unprintable"
      ? t("apiCredentials.unprintable")
      : t(isOptional ? "apiCredentials.length.optional" : "apiCredentials.length", counts);
  return (
    <FormHelperText>
      <HelperText id={id} aria-live="polite">
        <HelperTextItem variant={isWrong(text, problem) ? "error" : "default"}>
          {problem ?? own}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
};
