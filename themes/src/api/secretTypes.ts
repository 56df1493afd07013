/** The shapes of what is about the secrets of a credential, and about links at which they are picked up. */

import type { Schemas } from "./schemas";

/** What is known of a secret; never the secret. */
export type Secret = Schemas["Secret"];
export type SecretWithUses = Schemas["SecretWithUses"];

/** The newest first; `recorded` says whether a use that happens now would be among them for a week. */
export type Secrets = Schemas["Secrets"];

/** That somebody else picks the secret up, and how. */
export interface LinkTerms {
  delivery: "link";
  /** For how long the link works: an ISO 8601 duration. */
  validFor: string;
  /** Whether it works from the addresses of the credential only. */
  addressBound: boolean;
}

/** What is known of a link; never the link. */
export type Delivery = Schemas["Delivery"];
