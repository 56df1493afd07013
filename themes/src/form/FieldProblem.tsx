import { FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Finding, Problem } from "../api/types";
import { useWording } from "../problem/useWording";

interface FieldProblemProps {
  id: string;
  problem: Finding | Problem | undefined;
  /** What is worth knowing while nothing is wrong. */
  hint?: ReactNode;
  /** Whether the hint warns, and is announced as a problem is. */
  isWarning?: boolean;
}

/** What is wrong with a field, below it; announced when it appears. */
export const FieldProblem = ({ id, problem, hint, isWarning }: FieldProblemProps) => {
  const { textOf } = useWording();
  return (
    <FormHelperText className="api-credentials__helper">
      <HelperText id={id}>
        <div aria-live="polite">
          {problem && <HelperTextItem variant="error">{textOf(problem)}</HelperTextItem>}
          {!problem && isWarning && hint && <HelperTextItem variant="warning">{hint}</HelperTextItem>}
        </div>
        {!problem && !isWarning && hint && <HelperTextItem>{hint}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
};
