import { routes as stockRoutes } from "@keycloak/keycloak-admin-ui";
import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { lazy } from "react";
import { generatePath, type RouteObject } from "react-router-dom";
import { MANAGE_ROLE, VIEW_ROLE } from "./access";
import { Layout } from "./Layout";

type StockRoute = (typeof stockRoutes)[number];

const CredentialsPage = lazy(() => import("../list/CredentialsPage"));
const CreatePage = lazy(() => import("../create/CreatePage"));
const DetailPage = lazy(() => import("../detail/DetailPage"));

const TABS = ["settings", "permissions", "ip-addresses", "usage", "changes"] as const;
export type Tab = (typeof TABS)[number];

export function isTab(name: string | undefined): name is Tab {
  return TABS.some((tab) => tab === name);
}

const LIST = "/:realm/api-credentials";
const CREATE = `${LIST}/new`;
const DETAIL = `${LIST}/:id/:tab?`;

const ours: StockRoute[] = [
  {
    path: LIST,
    element: <CredentialsPage />,
    handle: { access: VIEW_ROLE, breadcrumb: (t) => t("apiCredentials.title") },
  },
  {
    path: CREATE,
    element: <CreatePage />,
    handle: { access: MANAGE_ROLE, breadcrumb: (t) => t("apiCredentials.create.title") },
  },
  {
    path: DETAIL,
    element: <DetailPage />,
    handle: { access: VIEW_ROLE, breadcrumb: (t) => t("apiCredentials.detail.title") },
  },
];

export const toList = (realm: string) => generatePath(LIST, { realm: encodeURIComponent(realm) });
export const toCreate = (realm: string) => generatePath(CREATE, { realm: encodeURIComponent(realm) });
export const toDetail = (realm: string, id: string, tab: Tab = "settings") =>
  generatePath(DETAIL, { realm: encodeURIComponent(realm), id, tab });

/** The route's own access, where the layout looks for it. */
export interface GuardedHandle {
  needs: AccessType | AccessType[];
}

/**
 * All routes of the stock console and ours, below one layout. The stock console checks `access` around everything
 * inside of it, so that a refused page would take our entry in the navigation with it: our layout checks instead,
 * and finds what to check under another name.
 */
export function consoleRoutes(): RouteObject[] {
  // The breadcrumbs of the stock console read this array; ours go before its last one, which matches everything.
  stockRoutes.splice(stockRoutes.length - 1, 0, ...ours);
  return [
    {
      element: <Layout />,
      children: stockRoutes.map((route) => ({
        ...route,
        handle: { ...route.handle, access: "anyone", needs: route.handle.access } satisfies StockRoute["handle"] &
          GuardedHandle,
      })),
    },
  ];
}
