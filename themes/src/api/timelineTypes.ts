/** The shapes of what happened with one credential. */

import type { Schemas } from "./schemas";

export const KINDS = ["use", "change", "approval", "pick-up", "notice"] as const satisfies Schemas["TimelineKind"][];
export type Kind = Schemas["TimelineKind"];

/** What somebody was told by mail; `about` is an instant, and `failed` says that the mail could not be sent. */
export type Notice = Schemas["Notice"];
/** One thing that happened. It has one of `use`, `record`, `event` and `notice`. */
export type TimelineEntry = Schemas["TimelineEntry"];
/** The newest first. */
export type Timeline = Schemas["Timeline"];
