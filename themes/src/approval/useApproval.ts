import { useEffect, useState } from "react";
import type { Approval } from "../api/approvalTypes";
import { Refusal } from "../api/refusal";
import { useApprovalApi } from "../api/useApprovalApi";

/** A request. What was loaded last stays until the next has come. */
export interface LoadedApproval {
  approval: Approval | "missing" | undefined;
  failure: unknown;
  reload(): void;
  /** Shows what an answer has. */
  takeOver(answer: Approval): void;
}

export function useApproval(id: string): LoadedApproval {
  const api = useApprovalApi();
  const [approval, setApproval] = useState<Approval | "missing">();
  const [failure, setFailure] = useState<unknown>();
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    api.get(id).then(
      (found) => {
        if (isCurrent) {
          setFailure(undefined);
          setApproval(found);
        }
      },
      (error: unknown) => {
        if (isCurrent && error instanceof Refusal && error.status === 404) {
          setApproval("missing");
        } else if (isCurrent) {
          setFailure(error);
        }
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [api, id, loads]);
  return { approval, failure, reload: () => setLoads((last) => last + 1), takeOver: setApproval };
}
