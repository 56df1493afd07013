import { useMemo } from "react";
import type { Approval } from "./approvalTypes";
import { useSend } from "./useSend";

export type ApprovalFilter = "open" | "decided";

/** The requests for approval of the realm that is shown. */
export interface ApprovalApi {
  list(status: ApprovalFilter, first: number, max: number): Promise<Approval[]>;
  count(status: ApprovalFilter): Promise<number>;
  get(id: string): Promise<Approval>;
  /** Refused when the content is not, or not any more, that of the digest. */
  decide(id: string, decision: "approve" | "reject", reason: string, digest: string): Promise<Approval>;
  withdraw(id: string): Promise<void>;
}

export function useApprovalApi(): ApprovalApi {
  const { send, json } = useSend();
  return useMemo(() => {
    const pathOf = (id: string) => `/approvals/${encodeURIComponent(id)}`;
    return {
      list: (status, first, max) => json("GET", "/approvals", { status, first, max }),
      count: (status) => json("GET", "/approvals/count", { status }),
      get: (id) => json("GET", pathOf(id)),
      decide: (id, decision, reason, digest) =>
        json("POST", `${pathOf(id)}/decision`, {}, { decision, reason, digest }),
      withdraw: async (id) => {
        await send("DELETE", pathOf(id));
      },
    };
  }, [send, json]);
}
