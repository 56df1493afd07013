import { ErrorRenderer, ForbiddenSection, useAccess } from "@keycloak/keycloak-admin-ui";
import {
  AlertProvider,
  ErrorBoundaryFallback,
  ErrorBoundaryProvider,
  Help,
  KeycloakSpinner,
  useErrorBoundary,
} from "@keycloak/keycloak-ui-shared";
import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { Suspense, type PropsWithChildren, useEffect } from "react";
import { Outlet, useLocation, useMatches } from "react-router-dom";
import { NewSecret } from "../secret/NewSecret";
import { MANAGE_ROLE, SETTINGS_ROLE, useCredentialRights, VIEW_ROLE } from "../page/access";
import { Leaving } from "../page/Leaving";
import { OpenRequests } from "../page/OpenRequests";
import { NavEntry } from "./NavEntry";

/** The route's own access, where the layout looks for it. */
export interface GuardedHandle {
  needs: AccessType | AccessType[];
}

/**
 * Around every page. The providers are those of the stock console a second time, since its package has its own copy of
 * the shared components, with contexts that ours cannot see. A failed page is left by going to another one.
 */
export const Layout = () => (
  <Counting>
    <NavEntry />
    <ErrorBoundaryProvider>
      <Leave />
      <Leaving>
        <NewSecret>
          <ErrorBoundaryFallback fallback={ErrorRenderer}>
            <Help>
              <AlertProvider>
                <Suspense fallback={<KeycloakSpinner />}>
                  <Guard>
                    <Outlet />
                  </Guard>
                </Suspense>
              </AlertProvider>
            </Help>
          </ErrorBoundaryFallback>
        </NewSecret>
      </Leaving>
    </ErrorBoundaryProvider>
  </Counting>
);

const Counting = ({ children }: PropsWithChildren) => {
  const { mayView } = useCredentialRights();
  return <OpenRequests isKnown={mayView}>{children}</OpenRequests>;
};

/** Takes the failure of one page from the next. */
const Leave = () => {
  const { showBoundary } = useErrorBoundary();
  const location = useLocation();
  useEffect(() => showBoundary(), [location]);
  return null;
};

const Guard = ({ children }: PropsWithChildren) => {
  const { hasAccess } = useAccess();
  const { mayView, mayManage, mayViewSettings } = useCredentialRights();
  const needed = useMatches().flatMap(({ handle }) => (handle as GuardedHandle | undefined)?.needs ?? []);
  const ours = new Map([
    [VIEW_ROLE, mayView],
    [MANAGE_ROLE, mayManage],
    [SETTINGS_ROLE, mayViewSettings],
  ]);
  const allowed = (role: AccessType) => ours.get(role) ?? hasAccess(role);
  return needed.every(allowed) ? children : <ForbiddenSection permissionNeeded={needed} />;
};
