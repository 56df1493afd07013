import type { AuditRecord } from "../api/auditTypes";

/** The ids of the credentials of which records tell the deletion. No id comes back. */
export function deletedIn(records: AuditRecord[]): string[] {
  return records.flatMap(({ "event.action": action, "api_credential.id": id }) =>
    action === "delete" && id !== undefined ? [id] : [],
  );
}
