import type { PermissionSet } from "../api/types";
import { allowedIpsOf } from "../form/addresses";
import type { PermissionRow } from "../form/permissions";
import { Summary } from "../form/Summary";
import type { Draft } from "./draft";

interface DraftSummaryProps {
  set: PermissionSet | undefined;
  draft: Draft;
  rows: PermissionRow[];
}

/** What is being created, in sentences, as it is entered; nothing as long as no set is chosen. */
export const DraftSummary = ({ set, draft, rows }: DraftSummaryProps) =>
  set && (
    <p className="api-credentials__step-help">
      <Summary set={set} rows={rows} allowedIps={allowedIpsOf(draft.addresses)} />
    </p>
  );
