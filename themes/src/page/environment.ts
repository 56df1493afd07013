import type { AdminEnvironment } from "@keycloak/keycloak-admin-ui";
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";

/** What the server wrote into the page: its addresses, and the realm whose users log in here. */
export const environment = getInjectedEnvironment<AdminEnvironment>();
