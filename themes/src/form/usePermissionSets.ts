import { useFetch } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import type { PermissionSet } from "../api/types";
import { useApi } from "../api/useApi";

/** The permission sets that the server offers; undefined until they have come. */
export function usePermissionSets(): PermissionSet[] | undefined {
  const api = useApi();
  const [sets, setSets] = useState<PermissionSet[]>();
  useFetch(() => api.permissionSets(), setSets, [api]);
  return sets;
}
