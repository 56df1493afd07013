import { generatePath, matchPath } from "react-router-dom";

const TABS = ["settings", "permissions", "ip-addresses", "secrets", "activity", "timeline"] as const;
export type Tab = (typeof TABS)[number];

/** Tabs that had another name, in addresses that somebody has kept. */
const FORMER: Record<string, Tab> = { usage: "activity", changes: "timeline" };

/** The tab that an address means; the first one where it names none. */
export function tabOf(name: string | undefined): Tab {
  return TABS.find((tab) => tab === name) ?? FORMER[name ?? ""] ?? TABS[0];
}

export const LIST = "/:realm/api-credentials";
export const CREATE = `${LIST}/new`;
export const SETTINGS = `${LIST}/settings`;
export const AUDIT = `${LIST}/audit`;
export const STOP = `${LIST}/emergency-stop`;
export const APPROVALS = `${LIST}/approvals`;
export const APPROVAL = `${APPROVALS}/:requestId`;
export const DETAIL = `${LIST}/:id/:tab?`;

/* The router encodes what is put into a path, as it decodes it again; encoded here too, a name would not be found. */
export const toList = (realm: string) => generatePath(LIST, { realm });
export const toCreate = (realm: string) => generatePath(CREATE, { realm });
export const toSettings = (realm: string) => generatePath(SETTINGS, { realm });
export const toAudit = (realm: string) => generatePath(AUDIT, { realm });
export const toStop = (realm: string) => generatePath(STOP, { realm });
export const toApprovals = (realm: string) => generatePath(APPROVALS, { realm });
export const toApproval = (realm: string, requestId: string) => generatePath(APPROVAL, { realm, requestId });
export const toDetail = (realm: string, id: string, tab: Tab = "settings") =>
  generatePath(DETAIL, { realm, id, tab });

/** Whether an address is one of our pages. */
export function isOurs(pathname: string): boolean {
  return matchPath(`${LIST}/*`, pathname) !== null;
}

/** Whether an address is one of the tabs of a credential. */
export function isOfDetail(pathname: string, id: string): boolean {
  const found = matchPath(DETAIL, pathname)?.params.id;
  return found !== undefined && decodeURIComponent(found) === id;
}
