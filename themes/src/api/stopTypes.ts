/** The shapes of an emergency stop; what a server leaves out is undefined. */

import type { Period } from "./activityTypes";

/** Which credentials: by exactly one of these. */
export interface StopFilter {
  /** A team, or the id of a user. */
  owner?: string;
  permissionSet?: string;
  permission?: string;
  address?: string;
  ids?: string[];
  all?: true;
}

/** A credential that something would be done about. */
export interface StopTarget {
  id: string;
  clientId: string;
  name?: string;
  /** Whether it would be disabled. */
  enabled: boolean;
  /** Whether it is disabled already, and its tokens would end. */
  tokensRevoked?: boolean;
  lastUsedAt?: string;
  /** The open request about it that would be withdrawn. */
  withdraws?: string;
}

/** How often all credentials that a stop concerns were used, in the present hour and the 23 before it. */
export interface StopUses {
  period: Period;
  /** Absent, as the addresses are, when it could not be found out. */
  accepted?: number;
  addresses?: number;
  /** Also before the period. */
  lastUsedAt?: string;
  /** When the last token has ended, at the latest. */
  tokensEndBy?: string;
}

/** What a stop would do; the credentials are the first hundred by name. */
export interface StopPreview {
  /** How many would be disabled. */
  count: number;
  /** How many requests would be withdrawn. */
  withdrawn: number;
  /** Of how many that are disabled already the tokens would end. */
  tokensRevoked: number;
  uses: StopUses;
  credentials: StopTarget[];
}

/** How and why it is done. */
export interface StopTerms {
  reason: string;
  revokeTokens: boolean;
}

type About = Pick<StopTarget, "id" | "clientId" | "name">;

/** What the server tells while it stops them, one after the other. */
export type StopEvent =
  | { event: "found"; stop: string; count: number }
  | ({ event: "stopped" } & About)
  | ({ event: "withdrawn"; request: string; operation: string } & About)
  | ({ event: "tokens_revoked" } & About)
  | ({ event: "not_stopped"; code: string } & About)
  | { event: "done"; stop: string; stopped: number; withdrawn: number; tokensRevoked: number; notStopped: number; complete: boolean };
