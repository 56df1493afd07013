/** The shapes of what is about the secrets of a credential, and about links at which they are picked up. */

/** What is known of a secret; never the secret. */
export interface Secret {
  id: string;
  environment?: string;
  createdAt?: string;
  /** From when on it is not accepted any more; absent when it has no end. */
  expiresAt?: string;
}

export interface SecretWithUses extends Secret {
  inForce: boolean;
  lastUsedAt?: string;
  lastUsedFrom?: string;
  usesInLastDay: number;
  usesInLastWeek: number;
}

/** The newest first; `recorded` says whether a use that happens now would be among them for a week. */
export interface Secrets {
  recorded: boolean;
  secrets: SecretWithUses[];
}

/** That somebody else picks the secret up, and how. */
export interface LinkTerms {
  delivery: "link";
  /** For how long the link works: an ISO 8601 duration. */
  validFor: string;
  /** Whether it works from the addresses of the credential only. */
  addressBound: boolean;
}

/** What is known of a link; never the link. */
export interface Delivery {
  expiresAt: string;
  /** Whether a secret can still be picked up by it. */
  open: boolean;
  pickedUpAt?: string;
  pickedUpFrom?: string;
}
