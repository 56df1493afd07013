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

/** @param isNeeded where nothing of credentials is shown they are not asked for: a user may have no right to them */
export function usePermissionSets(isNeeded = true): PermissionSets {
  const api = useApi();
  const [sets, setSets] = useState<PermissionSet[]>();
  const [failure, setFailure] = useState<unknown>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!isNeeded) {
      return undefined;
    }
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
  }, [api, isNeeded, tries]);
  // What has come once is shown, also when it does not come again.
  return { sets, failure: sets === undefined ? failure : undefined, retry: () => setTries((last) => last + 1) };
}
