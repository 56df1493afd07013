import { useAccess } from "@keycloak/keycloak-admin-ui";
import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";

/** Rights as the admin REST resource knows them: Keycloak's own roles, and the four of this extension. */
const MANAGE = ["manage-clients", "manage-api-credentials"];
const MANAGE_SETTINGS = ["manage-realm", "manage-api-credential-settings"];
const VIEW = ["view-clients", "view-api-credentials", "approve-api-credentials"];

/** What to name to somebody who is refused: the least role that would help. */
export const VIEW_ROLE = "view-api-credentials" as AccessType;
export const MANAGE_ROLE = "manage-api-credentials" as AccessType;
export const SETTINGS_ROLE = "manage-api-credential-settings" as AccessType;

export interface CredentialRights {
  mayView: boolean;
  mayManage: boolean;
  /** What holds for all credentials of the realm; to manage credentials is not enough. */
  mayManageSettings: boolean;
  mayViewSettings: boolean;
}

/** What the user may do here, to show it; the server decides again at every request. */
export function useCredentialRights(): CredentialRights {
  const { hasSomeAccess } = useAccess();
  const mayManage = hasSomeAccess(...(MANAGE as AccessType[]));
  const mayView = mayManage || hasSomeAccess(...(VIEW as AccessType[]));
  const mayManageSettings = hasSomeAccess(...(MANAGE_SETTINGS as AccessType[]));
  return { mayManage, mayView, mayManageSettings, mayViewSettings: mayView || mayManageSettings };
}
