import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import type { Credential, CredentialFilter, LastUsed } from "../api/types";
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
  /** Comes after the rows, since looking through the events may take longer. */
  lastUsed: LastUsed | undefined;
  failure: unknown;
  /** Another one with each refresh. */
  version: number;
  narrow(change: CredentialFilter): void;
  clear(): void;
  refresh(): void;
}

export function useListing(): Loaded {
  const api = useApi();
  const [address, setAddress] = useSearchParams();
  const [size, setSize] = useStoredState(localStorage, "pageSize", 10);
  const [shown, setShown] = useState<Rows>();
  const [lastUsed, setLastUsed] = useState<LastUsed>();
  const [failure, setFailure] = useState<unknown>();
  const [version, setVersion] = useState(0);
  const listing = listingOf(address);
  const { filter, page } = listing;
  const go = (next: Listing) => setAddress(addressOf(next), { replace: true });

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const [rows, total] = await Promise.all([
        api.list((page - 1) * size, size, filter),
        api.count(filter),
      ]);
      if (!isCurrent) {
        return;
      }
      if (page > lastPage(total, size)) {
        go({ filter, page: lastPage(total, size) });
        return;
      }
      setFailure(undefined);
      setLastUsed(undefined);
      setShown({ rows, total, filter });
      if (rows.length > 0) {
        const uses = await api.lastUsed(rows.map((row) => row.id));
        if (isCurrent) {
          setLastUsed(uses);
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
    lastUsed,
    failure,
    version,
    show: (next, nextSize = size) => {
      setSize(nextSize);
      go({ filter, page: next });
    },
    narrow: (change) => go({ filter: { ...filter, ...change }, page: 1 }),
    clear: () => go({ filter: {}, page: 1 }),
    refresh: () => setVersion((last) => last + 1),
  };
}
