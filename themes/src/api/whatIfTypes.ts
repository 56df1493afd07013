/** The shapes of the question what a change would have done to the uses of the last 30 days. */

import type { Schemas } from "./schemas";
import type { Content } from "./types";

/** A change that is not made; the content of an update is the whole of it. */
export type ProposedChange = { change: "disable" | "delete" } | Content;

/** Some uses, from how many known addresses they were, and the 200 addresses with most of them. */
export type AffectedUses = Schemas["AffectedUses"];
export type WhatIf = Schemas["WhatIf"];
