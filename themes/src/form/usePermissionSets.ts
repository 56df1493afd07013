import { useEffect, useState } from "react";
import type { PermissionSet } from "../api/types";
import { useApi } from "../api/useApi";

/** The permission sets that the server offers. */
export interface PermissionSets {
  /** Undefined until they have come. */
  sets: PermissionSet[] | undefined;
  /** Why they have not. */
  failure: unknown;
  retry(): void;
}

export function usePermissionSets(): PermissionSets {
  const api = useApi();
  const [sets, setSets] = useState<PermissionSet[]>();
  const [failure, setFailure] = useState<unknown>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    api.permissionSets().then(
      (found) => {
        if (isCurrent) {
          setFailure(undefined);
          setSets(found);
        }
      },
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, tries]);
  // What has come once is shown, also when it does not come again.
  return { sets, failure: sets === undefined ? failure : undefined, retry: () => setTries((last) => last + 1) };
}
