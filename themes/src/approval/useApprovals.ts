import { useStoredState } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import type { Approval } from "../api/approvalTypes";
import { type ApprovalFilter, useApprovalApi } from "../api/useApprovalApi";
import { lastPage, type Paged, pageOf } from "../page/paging";

/** A page of the requests. What was loaded last stays until the next has come, also when that fails. */
export interface LoadedApprovals extends Paged {
  filter: ApprovalFilter;
  /** With what they were looked up by. */
  shown: { rows: Approval[]; filter: ApprovalFilter } | undefined;
  failure: unknown;
  choose(filter: ApprovalFilter): void;
  refresh(): void;
}

export function useApprovals(): LoadedApprovals {
  const api = useApprovalApi();
  const [address, setAddress] = useSearchParams();
  const [size, setSize] = useStoredState(localStorage, "pageSize", 10);
  const [shown, setShown] = useState<LoadedApprovals["shown"]>();
  const [total, setTotal] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [version, setVersion] = useState(0);
  const filter: ApprovalFilter = address.get("status") === "decided" ? "decided" : "open";
  const page = pageOf(address);
  const go = (status: ApprovalFilter, next: number) =>
    setAddress(
      { ...(status === "open" ? {} : { status }), ...(next > 1 ? { page: String(next) } : {}) },
      { replace: true },
    );

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const [rows, count] = await Promise.all([api.list(filter, (page - 1) * size, size), api.count(filter)]);
      if (!isCurrent) {
        return;
      }
      if (page > lastPage(count, size)) {
        go(filter, lastPage(count, size));
        return;
      }
      setFailure(undefined);
      setTotal(count);
      setShown({ rows, filter });
    };
    load().catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [api, address.toString(), size, version]);

  return {
    filter,
    page,
    size,
    total,
    shown,
    failure,
    show: (next, nextSize = size) => {
      setSize(nextSize);
      go(filter, next);
    },
    choose: (status) => go(status, 1),
    refresh: () => setVersion((last) => last + 1),
  };
}
