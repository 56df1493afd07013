import { matchPath } from "react-router-dom";
import { expect, it } from "vitest";
import { APPROVAL, APPROVALS, AUDIT, CREATE, DETAIL, isOfDetail, isOurs, LIST, STOP, tabOf, toApproval, toApprovals, toAudit, toCreate, toDetail, toList, toStop } from "./paths";

const NAMES = ["demo", "with space", "größe", "日本", "a|b", "c^d`e{}", "100%", "a+b", "quote'", "a#b", "a?b"];

it.each(NAMES)("leads to the pages of the realm %s", (realm) => {
  expect(decoded(LIST, toList(realm))).toEqual({ realm });
  expect(decoded(CREATE, toCreate(realm))).toEqual({ realm });
  expect(decoded(AUDIT, toAudit(realm))).toEqual({ realm });
  expect(decoded(STOP, toStop(realm))).toEqual({ realm });
  expect(decoded(APPROVALS, toApprovals(realm))).toEqual({ realm });
  expect(decoded(APPROVAL, toApproval(realm, "7.0a1b2c3d"))).toEqual({ realm, requestId: "7.0a1b2c3d" });
  expect(decoded(DETAIL, toDetail(realm, "7", "activity"))).toEqual({ realm, id: "7", tab: "activity" });
});

it("encodes a name once", () => {
  expect(toList("with space")).toBe("/with%20space/api-credentials");
});

it("tells our pages from all else", () => {
  expect([toList("größe"), toApprovals("demo"), toDetail("demo", "7")].every(isOurs)).toBe(true);
  expect(isOurs("/demo/clients")).toBe(false);
});

it("tells the tabs of a credential from all else", () => {
  expect(isOfDetail(toDetail("größe", "a b", "activity"), "a b")).toBe(true);
  expect(isOfDetail("/demo/api-credentials/7", "7")).toBe(true);
  expect(isOfDetail(toDetail("demo", "8"), "7")).toBe(false);
  expect(isOfDetail(toList("demo"), "7")).toBe(false);
  expect(isOfDetail("/demo/clients/7/settings", "7")).toBe(false);
});

it("opens the tab that is meant, also by its former name", () => {
  expect(["secrets", "timeline", "usage", "changes", "nothing", undefined].map(tabOf)).toEqual([
    ...["secrets", "timeline", "activity", "timeline", "settings", "settings"],
  ]);
});

/** What the router finds in an address, once the browser has taken it apart. */
function decoded(pattern: string, path: string) {
  const { pathname } = new URL(path, "http://localhost");
  const found = matchPath(pattern, pathname)?.params ?? {};
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, decodeURIComponent(value!)]));
}
