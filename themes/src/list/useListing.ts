import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import type { Activities } from "../api/activityTypes";
import type { Credential, CredentialFilter, ListOrder } from "../api/types";
import { useActivityApi } from "../api/useActivityApi";
import { useApi } from "../api/useApi";
import { lastPage, type Paged } from "../page/paging";
import { addressOf, type Listing, listingOf } from "./listing";

interface Rows {
  rows: Credential[];
  /** How many there are in all. */
  total: number;
  /** What they were looked up by. */
  filter: CredentialFilter;
}

/** A page of the list. What was loaded last stays until the next has come, also when that fails. */
export interface Loaded extends Listing, Paged {
  shown: Rows | undefined;
  /** Comes after the rows, which do not wait for it. */
  uses: Activities | undefined;
  failure: unknown;
  /** Another one with each refresh. */
  version: number;
  narrow(change: CredentialFilter): void;
  /** Another order; by name without one. */
  order(sort: ListOrder | undefined): void;
  clear(): void;
  refresh(): void;
}

export function useListing(): Loaded {
  const api = useApi();
  const { activities } = useActivityApi();
  const [address, setAddress] = useSearchParams();
  const [size, setSize] = useStoredState(localStorage, "pageSize", 10);
  const [shown, setShown] = useState<Rows>();
  const [uses, setUses] = useState<Activities>();
  const [failure, setFailure] = useState<unknown>();
  const [version, setVersion] = useState(0);
  const listing = listingOf(address);
  const { filter, page, sort } = listing;
  const go = (next: Listing) => setAddress(addressOf(next), { replace: true });

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const [rows, total] = await Promise.all([
        api.list((page - 1) * size, size, filter, sort),
        api.count(filter),
      ]);
      if (!isCurrent) {
        return;
      }
      if (page > lastPage(total, size)) {
        go({ ...listing, page: lastPage(total, size) });
        return;
      }
      setFailure(undefined);
      setUses(undefined);
      setShown({ rows, total, filter });
      if (rows.length > 0) {
        const found = await activities(rows.map((row) => row.id));
        if (isCurrent) {
          setUses(found);
        }
      }
    };
    load().catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [api, address.toString(), size, version]);

  return {
    ...listing,
    size,
    total: shown?.total ?? 0,
    shown,
    uses,
    failure,
    version,
    show: (next, nextSize = size) => {
      setSize(nextSize);
      go({ ...listing, page: next });
    },
    narrow: (change) => go({ ...listing, filter: { ...filter, ...change }, page: 1 }),
    order: (next) => go({ filter, page: 1, sort: next }),
    clear: () => go({ ...listing, filter: {}, page: 1 }),
    refresh: () => setVersion((last) => last + 1),
  };
}
