/** The shapes of the question what a change would have done to the uses of the last 30 days. */

import type { Period } from "./activityTypes";
import type { Content } from "./types";

/** A change that is not made; the content of an update is the whole of it. */
export type ProposedChange = { change: "disable" | "delete" } | Content;

/** Some uses, from how many known addresses they were, and the 200 addresses with most of them. */
export interface AffectedUses {
  uses: number;
  addresses: number;
  lastAt?: string;
  byAddress: { address: string; uses: number; lastAt: string; reason?: string }[];
}

export interface WhatIf {
  period: Period;
  /** Of the whole period. */
  accepted: number;
  addresses: number;
  /** Of the present hour and the 23 before it. */
  acceptedInLastDay: number;
  addressesInLastDay: number;
  /** Also before the period. */
  lastUsedAt?: string;
  /** When the token of that use ends. */
  tokensEndAt?: string;
  /** Accepted uses that would be refused. */
  wouldRefuse: AffectedUses;
  /** Uses that were refused for their address or time, and would not be. */
  newlyAdmitted: AffectedUses;
  /** Accepted uses that nobody can judge. */
  unknown: AffectedUses;
}
