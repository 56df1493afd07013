import type { Content, Credential } from "../api/types";
import { type Addresses, addressesOf, allowedIpsOf } from "../form/addresses";
import { type PermissionRow, permissionsOf, rowsOf } from "../form/permissions";
import { strip, type Texts } from "../form/text";

/** What can be edited, each part on a tab of its own. */
export interface Draft {
  texts: Texts;
  addresses: Addresses;
  rows: PermissionRow[];
}

export type Part = keyof Draft;

/** The draft that changes nothing. What of a credential cannot be read is blank, to be entered anew. */
export function draftOf({ name, description = "", allowedIps = [], permissions = [] }: Credential): Draft {
  return { texts: { name, description }, addresses: addressesOf(allowedIps), rows: rowsOf(permissions) };
}

/** What to save for one part: the others as they were read, or from the draft where they could not be. */
export function contentOf(read: Credential, { texts, addresses, rows }: Draft, part: Part): Content {
  const { name, description } = part === "texts" ? texts : read;
  return {
    name: strip(name),
    description: strip(description ?? "") || undefined,
    allowedIps: part === "addresses" || !read.allowedIps ? allowedIpsOf(addresses) : read.allowedIps,
    permissions: part === "rows" || !read.permissions ? permissionsOf(rows) : read.permissions,
  };
}

/** Whether saving a part would change something. What could not be read has to be saved anew. */
export function isChanged(read: Credential, draft: Draft, part: Part): boolean {
  const isUnread = (part === "addresses" && !read.allowedIps) || (part === "rows" && !read.permissions);
  return isUnread || JSON.stringify(contentOf(read, draft, part)) !== JSON.stringify(contentOf(read, draftOf(read), part));
}

export function isSameContent(one: Credential, other: Credential): boolean {
  const content = ({ name, description, allowedIps, permissions }: Credential) =>
    JSON.stringify([name, description, allowedIps, permissions]);
  return content(one) === content(other);
}
