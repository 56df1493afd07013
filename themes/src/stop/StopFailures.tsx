import { Alert } from "@patternfly/react-core";
import { useFailure } from "../page/useFailure";
import { problemsElsewhere } from "../problem/problems";
import { useWording } from "../problem/useWording";
import type { Stopping } from "./useStopping";

interface StopFailuresProps {
  stopping: Pick<Stopping, "failure" | "problems">;
  /** The fields that say by themselves what is wrong with them. */
  fields: string[];
}

/** Why nothing is shown or stopped. */
export const StopFailures = ({ stopping: { failure, problems }, fields }: StopFailuresProps) => {
  const { textOf: failureOf } = useFailure();
  const { textOf } = useWording();
  return (
    <>
      {failure !== undefined && (
        <Alert isInline isLiveRegion variant="danger" component="h2" title={failureOf("stop", failure)} />
      )}
      {problemsElsewhere(problems, ...fields).map((problem) => (
        <Alert key={problem.field} isInline variant="danger" component="h2" title={textOf(problem)} />
      ))}
    </>
  );
};
