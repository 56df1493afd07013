/** The shapes of what happened with one credential. */

import type { AuditRecord } from "./auditTypes";
import type { Change, Use } from "./types";

export const KINDS = ["use", "change", "approval", "pick-up", "notice"] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody was told by mail; `about` is an instant, and `failed` says that the mail could not be sent. */
export interface Notice {
  notice: string;
  about?: string;
  failed?: boolean;
}

/** One thing that happened. It has one of the last four. */
export interface TimelineEntry {
  /** One of {@link KINDS}; a newer server may know more. */
  kind: string;
  time: string;
  use?: Use;
  record?: AuditRecord;
  /** Of a change that was made before there were audit records. */
  event?: Change;
  notice?: Notice;
}

/** The newest first. */
export interface Timeline {
  /** Whether a use that happens now is saved by itself, and for how long: an ISO 8601 duration, absent when for good. */
  usesRecorded: boolean;
  usesKeptFor?: string;
  /** Whether a change that is made now is recorded, and since when changes have been; absent when there is no record. */
  changesRecorded: boolean;
  changesRecordedSince?: string;
  entries: TimelineEntry[];
}
