import { FormGroup, TextArea } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Finding, Problem } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import { checkReason, inOneLine, MAX_REASON, MIN_REASON } from "./reason";
import { lengthOf } from "./text";

interface ReasonFieldProps {
  id: string;
  label: string;
  help: string;
  reason: string;
  isRequired?: boolean;
  /** What the server found wrong with it. */
  problem?: Finding | Problem;
  onChange: (reason: string) => void;
}

/** Why something is asked for or decided, judged as it is typed. */
export const ReasonField = ({ id, label, help, reason, isRequired, problem, onChange }: ReasonFieldProps) => {
  const { t } = useTranslation();
  const found = problem ?? (lengthOf(reason) === 0 ? undefined : checkReason(reason));
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextArea
        id={id}
        data-testid={id}
        value={reason}
        isRequired={isRequired}
        rows={3}
        resizeOrientation="vertical"
        validated={found ? "error" : "default"}
        aria-describedby={`${id}-help`}
        onChange={(_, text) => onChange(inOneLine(text))}
      />
      <FieldProblem
        id={`${id}-help`}
        problem={found}
        hint={`${help} ${t("apiCredentials.reason.help", { min: MIN_REASON, max: MAX_REASON })}`}
      />
    </FormGroup>
  );
};
