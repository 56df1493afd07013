import type { CredentialFilter } from "../api/types";

/** By what credentials are looked for: their texts, an address from which they may come, or something that they may do. */
export const SEARCHES = ["search", "address", "permission"] as const;
export type Search = (typeof SEARCHES)[number];

/** What is looked for, and by what; by texts where nothing is. */
export function searchOf(filter: CredentialFilter): { by: Search; text: string } {
  const by = SEARCHES.find((each) => filter[each]) ?? "search";
  return { by, text: filter[by] ?? "" };
}

/** What changes of the filter with a search: one takes the place of another. */
export function searched(by: Search, text: string): CredentialFilter {
  return Object.fromEntries(SEARCHES.map((each) => [each, each === by ? text.trim() || undefined : undefined]));
}
