/** A part of a long list. */
export interface Paged {
  /** From 1 on. */
  page: number;
  size: number;
  /** How many rows there are in all. */
  total: number;
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
