/** The shapes of an emergency stop; what a server leaves out is undefined. */

import type { Schemas } from "./schemas";

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
export type StopTarget = Schemas["StopTarget"];

/** How often all credentials that a stop concerns were used, in the present hour and the 23 before it. */
export type StopUses = Schemas["StopUses"];

/** What a stop would do; the credentials are the first hundred by name. */
export type StopPreview = Schemas["StopPreview"];

/** How and why it is done. */
export interface StopTerms {
  reason: string;
  revokeTokens: boolean;
}

/** What the server tells while it stops them, one after the other. */
export type StopEvent =
  | Line<"found", "stop" | "count">
  | Line<"stopped", "id" | "clientId", "name">
  | Line<"withdrawn", "id" | "clientId" | "request" | "operation", "name">
  | Line<"tokens_revoked", "id" | "clientId", "name">
  | Line<"not_stopped", "id" | "clientId" | "code", "name">
  | Line<"done", "stop" | "stopped" | "withdrawn" | "tokensRevoked" | "notStopped" | "complete">;

type Of = Schemas["StopEvent"];

/** A line of an event, with the fields that this one has always, and those that it may have. */
type Line<Event extends Of["event"], Always extends keyof Of, Perhaps extends keyof Of = never> = { event: Event } & Required<
  Pick<Of, Always>
> &
  Pick<Of, Perhaps>;
