import { useMemo } from "react";
import type { AuditFilter, AuditRecords, Verification } from "./auditTypes";
import { useSend } from "./useSend";

/** The audit records of the realm that is shown. */
export interface AuditApi {
  list(filter: AuditFilter, first: number, max: number): Promise<AuditRecords>;
  /** Computes the chain of all records anew; the longer, the more there are. */
  verify(): Promise<Verification>;
}

export function useAuditApi(): AuditApi {
  const { send, json } = useSend();
  return useMemo(
    () => ({
      list: (filter, first, max) => json("GET", "/audit", { ...filter, first, max }),
      verify: () => json("GET", "/audit/verify"),
    }),
    [send, json],
  );
}
