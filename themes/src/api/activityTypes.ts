/** The shapes of what is counted of the uses of a credential. */

import type { Recording } from "./types";

/** How often something was used with success, and refused. */
export interface Counts {
  accepted: number;
  refused: number;
}

/** A day or an hour by its first instant. */
export interface Bucket extends Counts {
  from: string;
}

/** `others` are all beyond the first of an hour, `unknown` is an address that is not known. */
export interface AddressCounts extends Counts {
  address: string;
  lastAt: string;
}

export interface SecretCounts extends Counts {
  id: string;
  lastAt: string;
}

export interface ReasonCounts {
  reason: string;
  refused: number;
  lastAt: string;
}

/** How often a credential was used in a time, and when last, in whatever time. */
export interface BriefActivity extends Counts {
  lastUsedAt?: string;
  buckets: Bucket[];
}

/** The uses of many credentials in the last thirty days, by their ids. */
export interface Activities extends Recording {
  credentials: Record<string, BriefActivity>;
}

/** The uses in a time. `recorded` says whether a use that happens now would be counted. */
export interface Activity extends Recording, Counts {
  /** Since when every accepted use has been counted; absent when nobody knows. */
  recordedSince?: string;
  /** The last accepted use, also when it is not in this time. */
  lastUsedAt?: string;
  from: string;
  to: string;
  bucket: "hour" | "day";
  /** Those with a use; days are those of UTC. */
  buckets: Bucket[];
  addresses: AddressCounts[];
  secrets: SecretCounts[];
  reasons: ReasonCounts[];
}

/** A time that an answer goes by; `complete` says whether every accepted use of it is told. */
export interface Period extends Recording {
  from: string;
  to: string;
  recordedSince?: string;
  complete: boolean;
}

/** What the counted uses of 30 days suggest. */
export interface Suggestions {
  period: Period;
  accepted: number;
  addresses: number;
  lastUsedAt?: string;
  unused: boolean;
  unusedDays?: number;
  /** Absent when there was no accepted use, or when the stored list cannot be read. */
  allowedIps?: SuggestedAddresses;
  needlessSecrets: { id: string; lastUsedAt?: string }[];
}

export interface SuggestedAddresses {
  /** How many addresses the present list admits. */
  size: number;
  alreadyNarrow: boolean;
  /** A narrower list, how many addresses it admits, and how many of the accepted uses it covers. */
  suggested?: { allowedIps: string[]; size: number; addresses: number; accepted: number };
  /** Accepted uses that the suggested list would refuse, or that cannot be judged. */
  uncovered: { reason: string; addresses?: number; accepted: number }[];
}

/** The time of an activity; what is left out is 30 days by day, or 24 hours by hour, until now. */
export interface ActivityTime {
  from?: string;
  to?: string;
  bucket?: "hour" | "day";
}

/** What the server would decide of a use from an address, check by check. */
export interface Explanation {
  address: string;
  admitted: boolean;
  /** Why it would be refused; absent when it would not. */
  reason?: string;
  /** In their order; a use comes to a check only when all before it have passed it. */
  checks: { check: string; passed: boolean; reason?: string; reached: boolean }[];
}
