import { useEffect, useState } from "react";
import type { Approval } from "../api/approvalTypes";
import type { PermissionSet } from "../api/types";
import { useApi } from "../api/useApi";
import { usePermissionSets } from "../form/usePermissionSets";

/** The set whose words the permissions of a request are in; undefined as long as, and where, it is not known. */
export function usePermissionSet({ operation, credential, base, proposed }: Approval): PermissionSet | undefined {
  const api = useApi();
  const { sets } = usePermissionSets(operation !== "settings");
  const [found, setFound] = useState<string>();
  // A change does not name it, since it never changes.
  const named = proposed?.permissionSet ?? base?.permissionSet;
  const unnamed = named === undefined ? credential?.id : undefined;
  useEffect(() => {
    let isCurrent = true;
    if (unnamed !== undefined) {
      // The page is shown without it.
      api.get(unnamed).then(
        ({ permissionSet }) => isCurrent && setFound(permissionSet),
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [api, unnamed]);
  return sets?.find(({ type }) => type === (named ?? found));
}
