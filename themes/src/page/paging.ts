/** A part of a long list. */
export interface Paged {
  /** From 1 on. */
  page: number;
  size: number;
  /** How many rows there are in all; of a list that nobody counts, how many are known of. */
  total: number;
  /** Whether nobody has counted them. */
  isUncounted?: boolean;
  show(page: number, size?: number): void;
}

/** The last page that has rows; the first one if there are none. */
export function lastPage(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The page that an address names; the first one where it names none. */
export function pageOf(address: URLSearchParams): number {
  const page = Number(address.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** A page, or the last one that can be had where no page begins behind so many rows. */
export function pageWithin(page: number, size: number, furthest: number): number {
  return Math.min(page, Math.floor(furthest / size) + 1);
}

/** How many rows to ask for: one more than are shown, unless no further page can be had. */
export function wantedOf(page: number, size: number, furthest: number): number {
  return pageWithin(page + 1, size, furthest) > page ? size + 1 : size;
}
