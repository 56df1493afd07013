import { FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";

interface FieldProblemProps {
  id: string;
  message: string | undefined;
  /** What is worth knowing while nothing is wrong. */
  hint?: ReactNode;
  /** Whether the hint warns, and is announced as a problem is. */
  isWarning?: boolean;
}

/** What is wrong with a field, below it; announced when it appears. */
export const FieldProblem = ({ id, message, hint, isWarning }: FieldProblemProps) => (
  <FormHelperText className="api-credentials__helper">
    <HelperText id={id}>
      <div aria-live="polite">
        {message && <HelperTextItem variant="error">{message}</HelperTextItem>}
        {!message && isWarning && hint && <HelperTextItem variant="warning">{hint}</HelperTextItem>}
      </div>
      {!message && !isWarning && hint && <HelperTextItem>{hint}</HelperTextItem>}
    </HelperText>
  </FormHelperText>
);
