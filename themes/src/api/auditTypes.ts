/** The shapes of audit records; what a server leaves out is undefined. */

/** A record, with the field names of the Elastic Common Schema where that has them. */
export interface AuditRecord {
  "@timestamp": string;
  "event.action": string;
  "event.sequence": number;
  "event.reason"?: string;
  "event.hash": string;
  "user.id"?: string;
  "user.name"?: string;
  "source.ip"?: string;
  "api_credential.id"?: string;
  /** What the actor is, such as `user` or `server`. */
  "api_credential.actor": string;
  /** How it was done, such as `rest`. */
  "api_credential.way": string;
  "api_credential.details"?: unknown;
  "api_credential.before"?: unknown;
  "api_credential.after"?: unknown;
}

/** Which records; what is absent does not narrow. Times are instants, of which `to` does not belong to them. */
export interface AuditFilter {
  from?: string;
  to?: string;
  credential?: string;
  actor?: string;
  operation?: string;
}

/** The newest first. */
export interface AuditRecords {
  /** Whether a change that is made now is recorded. */
  recorded: boolean;
  records: AuditRecord[];
}

/** What the check of all records of the realm has found. */
export interface Verification {
  intact: boolean;
  /** How many were found right. */
  records: number;
  verifiedAt: string;
  /** The last one, as it is noted; whether that is right is only known of an intact chain. */
  head: { sequence: number; hash: string };
  /** The last one of those that were removed, since they were old. */
  pruned?: { sequence: number; hash: string };
  /** The first one that is not as it was written. */
  broken?: { sequence: number; fault: string; message: string };
}

export type ExportFormat = "ndjson" | "csv";
