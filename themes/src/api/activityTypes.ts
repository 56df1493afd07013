/** The shapes of what is counted of the uses of a credential. */

import type { Schemas } from "./schemas";

/** How often something was used with success, and refused. */
export type Counts = Pick<Schemas["Bucket"], "accepted" | "refused">;
/** A day or an hour by its first instant. */
export type Bucket = Schemas["Bucket"];
/** `others` are all beyond the first of an hour, `unknown` is an address that is not known. */
export type AddressCounts = Schemas["AddressActivity"];
export type SecretCounts = Schemas["SecretActivity"];
export type ReasonCounts = Schemas["ReasonActivity"];

/** How often a credential was used in a time, and when last, in whatever time. */
export type BriefActivity = Schemas["BriefActivity"];
/** The uses of many credentials in a time, by their ids. */
export type Activities = Schemas["Activities"];
/** The uses in a time. `recorded` says whether a use that happens now would be counted. */
export type Activity = Schemas["Activity"];
/** A time that an answer goes by; `complete` says whether every accepted use of it is told. */
export type Period = Schemas["Period"];

/** What the counted uses of 30 days suggest. */
export type Suggestions = Schemas["Suggestions"];
export type SuggestedAddresses = Schemas["SuggestedAddresses"];

/** The time of an activity; what is left out is 30 days by day, or 24 hours by hour, until now. */
export type ActivityTime = Partial<Pick<Schemas["Activity"], "from" | "to" | "bucket">>;

/** What the server would decide of a use from an address, check by check. */
export type Explanation = Schemas["Explanation"];
