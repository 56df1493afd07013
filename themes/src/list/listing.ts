import type { CredentialFilter, ListOrder } from "../api/types";
import { pageOf } from "../page/paging";

/** What part of the list is shown. It is in the address, so that the browser's Back returns to it. */
export interface Listing {
  filter: CredentialFilter;
  /** From 1 on. */
  page: number;
  /** By name where it is absent. */
  sort?: ListOrder;
}

const ORDERS: readonly ListOrder[] = ["lastUsed", "longestUnused"];

const FILTERS = [
  ...(["search", "address", "permission", "permissionSet"] as const),
  ...(["enabled", "status", "violates", "due", "openToAll", "withoutOwner"] as const),
] as const;

export function listingOf(address: URLSearchParams): Listing {
  const filter: CredentialFilter = {};
  for (const name of FILTERS) {
    const value = address.get(name);
    if (value) {
      filter[name] = value;
    }
  }
  const sort = ORDERS.find((order) => order === address.get("sort"));
  return { filter, page: pageOf(address), ...(sort && { sort }) };
}

/** What is as at the beginning is left out. */
export function addressOf({ filter, page, sort }: Listing): Record<string, string> {
  const given = FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  return Object.fromEntries([...given, ...(sort ? [["sort", sort]] : []), ...(page > 1 ? [["page", String(page)]] : [])]);
}

export function isFiltered(filter: CredentialFilter): boolean {
  return FILTERS.some((name) => filter[name]);
}

/** The state that is listed: whether they are enabled, or expired. */
export type Status = "" | "true" | "false" | "expired";

export function statusOf({ status, enabled }: CredentialFilter): Status {
  if (status === "enabled" || enabled === "true") {
    return "true";
  }
  return status === "disabled" || enabled === "false" ? "false" : status === "expired" ? "expired" : "";
}

/** Of those that are enabled, those that have expired are listed by themselves. */
export function ofStatus(status: Status): CredentialFilter {
  const narrowed = { true: "enabled", false: undefined, expired: "expired", "": undefined }[status];
  return { enabled: status === "false" ? "false" : undefined, status: narrowed };
}

/** The row that takes the place of one that is gone: the next one, or else the one before it. */
export function neighbourOf<T extends { id: string }>(rows: T[], id: string): T | undefined {
  const place = rows.findIndex((row) => row.id === id);
  return rows[place + 1] ?? rows[place - 1];
}
