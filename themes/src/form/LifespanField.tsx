import { FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { problemAt } from "../problem/problems";
import { FieldProblem } from "./FieldProblem";
import { checkLifespan, MAX_LIFESPAN, MIN_LIFESPAN } from "./life";

interface LifespanFieldProps {
  tokenLifespan: string;
  /** What it was; that may stay, whatever can be set now. */
  before: string;
  problems: Problem[];
  onChange: (tokenLifespan: string) => void;
}

/** For how long the tokens of a credential are valid, where that is shorter than in the realm. */
export const LifespanField = ({ tokenLifespan, before, problems, onChange }: LifespanFieldProps) => {
  const { t } = useTranslation();
  const problem =
    problemAt(problems, "tokenLifespan") ?? (tokenLifespan === before ? undefined : checkLifespan(tokenLifespan));
  return (
    <FormGroup label={t("apiCredentials.tokenLifespan.optional")} fieldId="token-lifespan">
      <TextInput
        id="token-lifespan"
        data-testid="token-lifespan"
        inputMode="numeric"
        value={tokenLifespan}
        validated={problem ? "error" : "default"}
        aria-describedby="token-lifespan-help"
        onChange={(_, text) => onChange(text.trim())}
      />
      <FieldProblem
        id="token-lifespan-help"
        problem={problem}
        hint={t("apiCredentials.tokenLifespan.help", { min: MIN_LIFESPAN, max: MAX_LIFESPAN })}
      />
    </FormGroup>
  );
};
