import { routes as stockRoutes } from "@keycloak/keycloak-admin-ui";
import { lazy } from "react";
import type { RouteObject } from "react-router-dom";
import { MANAGE_ROLE, SETTINGS_ROLE, VIEW_ROLE } from "../page/access";
import { approvalCrumb, detailCrumb } from "../page/crumb";
import { APPROVAL, APPROVALS, AUDIT, CREATE, DETAIL, LIST, SETTINGS, STOP } from "../page/paths";
import { type GuardedHandle, Layout } from "./Layout";

type StockRoute = (typeof stockRoutes)[number];

const CredentialsPage = lazy(() => import("../list/CredentialsPage"));
const CreatePage = lazy(() => import("../create/CreatePage"));
const SettingsPage = lazy(() => import("../settings/SettingsPage"));
const AuditPage = lazy(() => import("../audit/AuditPage"));
const EmergencyStopPage = lazy(() => import("../stop/EmergencyStopPage"));
const ApprovalsPage = lazy(() => import("../approval/ApprovalsPage"));
const ApprovalPage = lazy(() => import("../approval/ApprovalPage"));
const DetailPage = lazy(() => import("../detail/DetailPage"));

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
    path: SETTINGS,
    element: <SettingsPage />,
    handle: { access: SETTINGS_ROLE, breadcrumb: (t) => t("apiCredentials.settings") },
  },
  {
    path: AUDIT,
    element: <AuditPage />,
    handle: { access: VIEW_ROLE, breadcrumb: (t) => t("apiCredentials.audit") },
  },
  {
    path: STOP,
    element: <EmergencyStopPage />,
    handle: { access: MANAGE_ROLE, breadcrumb: (t) => t("apiCredentials.stop") },
  },
  {
    path: APPROVALS,
    element: <ApprovalsPage />,
    handle: { access: VIEW_ROLE, breadcrumb: (t) => t("apiCredentials.approvals") },
  },
  {
    path: APPROVAL,
    element: <ApprovalPage />,
    // Who may change the settings may look at a change of them that waits; of credentials, the server tells nothing.
    handle: { access: SETTINGS_ROLE, breadcrumb: approvalCrumb },
  },
  {
    path: DETAIL,
    element: <DetailPage />,
    handle: { access: VIEW_ROLE, breadcrumb: detailCrumb },
  },
];

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
