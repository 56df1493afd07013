import { Form } from "@patternfly/react-core";
import type { PermissionSet, Settings } from "../api/types";
import { DeliveryFields } from "../form/DeliveryFields";
import type { PermissionRow } from "../form/permissions";
import { RequestReason } from "../form/RequestReason";
import type { Draft } from "./draft";
import { FailureAlert } from "./FailureAlert";
import { Review } from "./Review";
import type { Generating } from "./useGenerate";

interface ReviewStepProps {
  set: PermissionSet | undefined;
  draft: Draft;
  rows: PermissionRow[];
  settings: Settings | undefined;
  generating: Generating;
  onChange: (change: Partial<Draft>) => void;
}

/** Everything that was entered, who gets the secret, and why it is wanted where others have to approve it. */
export const ReviewStep = ({ set, draft, rows, settings, generating, onChange }: ReviewStepProps) => (
  <>
    {generating.failure && <FailureAlert failure={generating.failure} generating={generating} />}
    {set && <Review set={set} draft={draft} rows={rows} />}
    <Form className="keycloak__form" onSubmit={(event) => event.preventDefault()}>
      <DeliveryFields choice={draft.delivery} onChange={(delivery) => onChange({ delivery })} />
      <RequestReason
        operation="create"
        settings={settings}
        reason={draft.reason}
        problems={generating.problems}
        onChange={(reason) => onChange({ reason })}
      />
    </Form>
  </>
);
