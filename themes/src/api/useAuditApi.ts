import { useMemo } from "react";
import type { AuditFilter, AuditRecords, ExportFormat, Verification } from "./auditTypes";
import { bounded } from "./bounded";
import { Unreachable } from "./refusal";
import { useSend } from "./useSend";

/** What a page of the browser can keep in memory without harm: some fifty thousand records. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** The audit records of the realm that is shown. */
export interface AuditApi {
  list(filter: AuditFilter, first: number, max: number): Promise<AuditRecords>;
  /** Computes the chain of all records anew; the longer, the more there are. */
  verify(): Promise<Verification>;
  /** A file; undefined where it would be larger than {@link MOST_BYTES}. */
  download(filter: AuditFilter, format: ExportFormat): Promise<Blob | undefined>;
}

export function useAuditApi(): AuditApi {
  const { send, json } = useSend();
  return useMemo(
    () => ({
      list: (filter, first, max) => json("GET", "/audit", { ...filter, first, max }),
      verify: () => json("GET", "/audit/verify"),
      download: async (filter, format) => {
        const answer = await send("GET", "/audit/export", { ...filter, format });
        const parts = await bounded(answer.body!, MOST_BYTES).catch((broken: unknown) => {
          throw new Unreachable(broken);
        });
        return parts && new Blob(parts as BlobPart[], { type: answer.headers.get("Content-Type") ?? "" });
      },
    }),
    [send, json],
  );
}
