/** The shapes of credentials and of what holds for all of them, as the console uses them; what a server leaves out is undefined. */

import type { Schemas } from "./schemas";
import type { Delivery } from "./secretTypes";

export type Permission = Schemas["Permission"];
export type CatalogueEntry = Schemas["Grant"];
export type PermissionSet = Schemas["PermissionSet"];
export type Owner = Schemas["Owner"];

/** What of a credential can be edited. In an update, what is null is taken away, and what is left out of the last three stays. */
export type Content = Pick<Schemas["CredentialFields"], "description"> &
  Pick<Schemas["UpdateCredential"], "name" | "allowedIps" | "expiresAt" | "tokenLifespan"> & {
    permissions: Permission[];
    owner?: Owner | null;
  };

export type Settings = Schemas["Settings"];

/** Each has a name and a set, unless somebody has edited it as a client: then `warnings` says so. */
type Named = Required<Pick<Schemas["CredentialFields"], "name" | "permissionSet">>;

/** Addresses and permissions are absent when what is stored of them cannot be read; `warnings` says so. */
export type Credential = Schemas["Credential"] & Named;

/** Which credentials would not comply with settings, the first hundred by name. */
export type DryRun = Schemas["SettingsDryRun"];

export type CreatedCredential = Credential & Required<Pick<Schemas["IssuedCredential"], "clientSecret">>;

/** A credential of which a secret is to be picked up at a link, which is answered once. */
export type OfferedCredential = Credential & { delivery: Delivery } & Required<Pick<Schemas["IssuedCredential"], "link">>;

/** What a creation or a rotation answers, this once. */
export type IssuedCredential = CreatedCredential | OfferedCredential;

/** What the list is narrowed by, as the address of the page has it. */
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

export type SelfTest = Schemas["SelfTest"];

/** Whether what happens now is told from now on, and for how long: an ISO 8601 duration, absent when for good. */
export type Recording = Pick<Schemas["Usage"], "recorded" | "keptFor">;

export type Use = Schemas["Use"];

/** A change as an admin event tells it. */
export type Change = Schemas["Change"];

/** One thing that is wrong with a request; `field` is its place there, such as `allowedIps[2]`. A newer server may know more codes. */
export type Problem = Pick<Schemas["Problem"], "field" | "errorMessage"> & Partial<Finding>;

/** Of what kind a problem is, and what its sentence names: the offending value, or null for none, and the details. */
export interface Finding {
  code: string;
  params?: Schemas["Problem"]["params"];
}
