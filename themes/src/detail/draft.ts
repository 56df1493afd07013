import type { Content, Credential } from "../api/types";
import { type Addresses, addressesOf, allowedIpsOf } from "../form/addresses";
import { type Life, lifeContentOf, lifeOf } from "../form/life";
import { type PermissionRow, permissionsOf, rowsOf } from "../form/permissions";
import { strip, type Texts } from "../form/text";

/** What can be edited, in parts that are saved by themselves. */
export interface Draft {
  texts: Texts;
  life: Life;
  addresses: Addresses;
  rows: PermissionRow[];
}

export type Part = keyof Draft;

/** The draft that changes nothing. What of a credential cannot be read is blank, to be entered anew. */
export function draftOf(credential: Credential): Draft {
  const { name, description = "", allowedIps = [], permissions = [] } = credential;
  return {
    texts: { name, description },
    life: lifeOf(credential),
    addresses: addressesOf(allowedIps),
    rows: rowsOf(permissions),
  };
}

/**
 * What to save for some parts: the others as they were read, or from the draft where they could not be. Owner, end and
 * lifespan stay as they are where they are left out.
 */
export function contentOf(read: Credential, { texts, life, addresses, rows }: Draft, parts: Part[]): Content {
  const { name, description } = parts.includes("texts") ? texts : read;
  return {
    name: strip(name),
    description: strip(description ?? "") || undefined,
    allowedIps: parts.includes("addresses") || !read.allowedIps ? allowedIpsOf(addresses) : read.allowedIps,
    permissions: parts.includes("rows") || !read.permissions ? permissionsOf(rows) : read.permissions,
    ...(parts.includes("life") ? lifeContentOf(life) : {}),
  };
}

/** Whether saving a part would change something. What could not be read has to be saved anew. */
export function isChanged(read: Credential, draft: Draft, part: Part): boolean {
  const isUnread = (part === "addresses" && !read.allowedIps) || (part === "rows" && !read.permissions);
  return isUnread || JSON.stringify(contentOf(read, draft, [part])) !== JSON.stringify(contentOf(read, draftOf(read), [part]));
}

export function isSameContent(one: Credential, other: Credential): boolean {
  const content = ({ name, description, allowedIps, permissions, owner, expiresAt, tokenLifespan }: Credential) =>
    JSON.stringify([name, description, allowedIps, permissions, owner, expiresAt, tokenLifespan]);
  return content(one) === content(other);
}
