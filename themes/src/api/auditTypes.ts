/** The shapes of audit records; what a server leaves out is undefined. */

import type { operations } from "../../generated/openapi";
import type { Schemas } from "./schemas";

/** A record, with the field names of the Elastic Common Schema where that has them. */
export type AuditRecord = Schemas["AuditRecord"];

/** Which records; what is absent does not narrow. Times are instants, of which `to` does not belong to them. */
export interface AuditFilter {
  from?: string;
  to?: string;
  credential?: string;
  actor?: string;
  operation?: string;
}

/** The newest first. */
export type AuditRecords = Schemas["AuditRecords"];

/** What the check of all records of the realm has found. */
export type Verification = Schemas["Verification"];

export type ExportFormat = NonNullable<NonNullable<operations["exportAuditRecords"]["parameters"]["query"]>["format"]>;
