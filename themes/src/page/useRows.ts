import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { inPages } from "../api/inPages";
import { type Paged, pageOf, pageWithin, wantedOf } from "./paging";

/** A page of a list that nobody counts. What was loaded last stays until the next has come, also when that fails. */
export interface LoadedRows<T> extends Paged {
  rows: T[] | undefined;
  failure: unknown;
  refresh(): void;
}

/**
 * Loads the page that the address names, and one row more to know whether there is a next page.
 *
 * @param load gives out a hundred rows at most
 * @param query what is asked for, beside the page
 * @param furthest before how many rows a page can begin
 */
export function useRows<T>(
  load: (first: number, max: number) => Promise<T[]>,
  query: string,
  furthest = Number.MAX_SAFE_INTEGER,
): LoadedRows<T> {
  const [address, setAddress] = useSearchParams();
  const [size, setSize] = useStoredState(localStorage, "pageSize", 10);
  const [found, setFound] = useState<T[]>();
  const [failure, setFailure] = useState<unknown>();
  const [version, setVersion] = useState(0);
  const page = pageWithin(pageOf(address), size, furthest);
  const first = (page - 1) * size;
  const go = (next: number) => {
    const { page: _, ...rest } = Object.fromEntries(address);
    setAddress({ ...rest, ...(next > 1 ? { page: String(next) } : {}) }, { replace: true });
  };

  useEffect(() => {
    let isCurrent = true;
    inPages(first, wantedOf(page, size, furthest), load)
      .then((rows) => {
        if (!isCurrent) {
          return;
        }
        if (rows.length === 0 && page > 1) {
          // There were more when the address was made.
          go(1);
          return;
        }
        setFailure(undefined);
        setFound(rows);
      })
      .catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [query, page, size, version]);

  return {
    page,
    size,
    total: first + (found?.length ?? 0),
    isUncounted: true,
    rows: found?.slice(0, size),
    failure,
    show: (next, nextSize = size) => {
      setSize(nextSize);
      go(next);
    },
    refresh: () => setVersion((last) => last + 1),
  };
}
