/** The shapes of the admin REST resource; what a server leaves out is undefined. */

import type { Pending, PickUp } from "./requestTypes";
import type { Delivery, Secret } from "./secretTypes";

export interface Permission {
  type: string;
  action: string;
  scope: string;
  resource?: string;
}

export interface CatalogueEntry {
  type: string;
  action: string;
  scopes: string[];
}

export interface PermissionSet {
  type: string;
  name: string;
  description: string;
  catalogue: CatalogueEntry[];
  defaultPermissions: Permission[];
}

/** Who answers for a credential. */
export interface Owner {
  team?: string;
  contact?: string;
  /** The id of a user of the realm. */
  userId?: string;
}

/** What of a credential can be edited. In an update, what is null is taken away, and what is left out of these stays. */
export interface Content {
  name: string;
  description?: string;
  allowedIps: string[];
  permissions: Permission[];
  owner?: Owner | null;
  expiresAt?: string | null;
  /** In seconds. */
  tokenLifespan?: number | null;
}

/** What the realm asks of all credentials; what it does not set is absent. Durations are ISO 8601. */
export interface Settings {
  environment?: string;
  audience?: string[];
  tokenLifespan?: number;
  signatureAlgorithm?: string;
  token?: { scope?: boolean; permissions?: string };
  addresses?: { allAllowed?: boolean; widestPrefix?: number };
  owner?: { required?: boolean };
  expiry?: { required?: boolean; maxDays?: number };
  rotation?: { everyDays?: number; maxOverlap?: string };
  unused?: { disableAfterDays?: number };
  notices?: { email?: boolean };
  approval?: { operations?: string[]; approvals?: number; timeout?: string; serviceAccounts?: boolean };
  /** A change of these settings that waits for approval. */
  pending?: Pending;
  warnings?: string[];
}

/** Addresses and permissions are absent when what is stored of them cannot be read; `warnings` says so. */
export interface Credential extends Partial<Content> {
  id: string;
  clientId: string;
  name: string;
  permissionSet: string;
  enabled: boolean;
  /** `enabled`, `disabled` or `expired`, or what waits for approval. */
  status?: string;
  pending?: Pending;
  pickUp?: PickUp;
  /** The user that owns it is disabled or was deleted. */
  ownerGone?: boolean;
  createdBy?: string;
  createdAt?: string;
  updatedAt?: string;
  secrets?: Secret[];
  /** The last link at which a secret of it was to be picked up; absent when none was made. */
  delivery?: Delivery;
  /** The code of the reason for which every use is refused; absent when uses can be accepted. */
  refusal?: string;
  /** Codes of the demands of the realm that it breaks. */
  violations?: string[];
  warnings?: string[];
}

/** Which credentials would not comply with settings, the first hundred by name. */
export interface DryRun {
  count: number;
  violating: { id: string; name?: string; violations: string[] }[];
}

export interface CreatedCredential extends Credential {
  clientSecret: string;
}

/** A credential of which a secret is to be picked up at a link, which is answered once. */
export interface OfferedCredential extends Credential {
  delivery: Delivery;
  link: string;
}

/** What a creation or a rotation answers, this once. */
export type IssuedCredential = CreatedCredential | OfferedCredential;

export interface CredentialFilter {
  search?: string;
  permissionSet?: string;
  enabled?: string;
  status?: string;
  violates?: string;
  due?: string;
  /** From where they may come: an address or a range. */
  address?: string;
  /** What they may do, such as `balances:read`. */
  permission?: string;
  openToAll?: string;
  withoutOwner?: string;
}

/** In which order the list is; by name where it is absent. */
export type ListOrder = "lastUsed" | "longestUnused";

export interface SelfTest {
  /** An IPv4 address, or the word `IPv6`; absent when it is not known. */
  address?: string;
  warnings?: string[];
}

/** Whether what happens now is told from now on, and for how long: an ISO 8601 duration, absent when for good. */
export interface Recording {
  recorded: boolean;
  keptFor?: string;
}

/** A single use, as it is saved. */
export interface Use {
  time: string;
  accepted: boolean;
  ipAddress?: string;
  refusal?: string;
}

/** A change as an admin event tells it. */
export interface Change {
  time: string;
  operation: string;
  resourcePath?: string;
  /** What an ACTION did, such as "rotate". */
  action?: string;
  /** Why the server did it by itself, such as "unused". */
  reason?: string;
  /** What the user said who did it. */
  givenReason?: string;
  userId?: string;
  username?: string;
  ipAddress?: string;
  representation?: unknown;
}

/** One thing that is wrong with a request; `field` is its place there, such as `allowedIps[2]`. */
export interface Problem extends Partial<Finding> {
  field: string;
  /** An English sentence. */
  errorMessage: string;
}

/** Of what kind a problem is, and what its sentence names: the offending value, or null for none, and the details. */
export interface Finding {
  code: string;
  params?: (string | null)[];
}
