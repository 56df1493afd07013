import { FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";

interface FieldProblemProps {
  id: string;
  message: string | undefined;
}

/** What is wrong with a field, below it; announced when it appears. */
export const FieldProblem = ({ id, message }: FieldProblemProps) => (
  <FormHelperText>
    <HelperText id={id} aria-live="polite">
      {message && <HelperTextItem variant="error">{message}</HelperTextItem>}
    </HelperText>
  </FormHelperText>
);
