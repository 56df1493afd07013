import { describe, expect, it } from "vitest";
import type { AuditRecord } from "../api/auditTypes";
import type { Change } from "../api/types";
import { differencesOf } from "./differences";
import { toldByEvent, toldOf } from "./told";

const PATH = "api-credentials/7";
const change = (operation: Change["operation"], representation?: Change["representation"], more: Partial<Change> = {}): Change => ({
  time: "2026-11-25T12:00:00Z",
  operation,
  resourcePath: PATH,
  representation,
  ...more,
});
const foundIn = (latest: Change, ...earlier: Change[]) => {
  const { before, after } = toldByEvent(latest, earlier);
  return differencesOf(before, after);
};

describe("a change of which there is an admin event only", () => {
  const created = change("CREATE", { name: "Old one", enabled: true, status: "enabled", updatedAt: "1" });
  const renamed = change("UPDATE", { name: "New one", enabled: true, status: "enabled", updatedAt: "2" });
  const elsewhere = change("UPDATE", undefined, { resourcePath: "clients/7" });

  it("is compared with the state before it, in what somebody can change", () => {
    expect(foundIn(renamed, created)).toEqual([{ field: "name", removed: ["Old one"], added: ["New one"] }]);
    expect(toldByEvent(renamed, [created]).isBeforeUnknown).toBe(false);
  });

  it("has all that there is when it begins with it", () => {
    expect(foundIn(created).map(({ field }) => field)).toEqual(["name", "enabled"]);
    expect(toldByEvent(created, []).isBeforeUnknown).toBe(false);
  });

  it("is compared across an edit of which nothing is saved", () => {
    expect(foundIn(renamed, elsewhere, created)).toHaveLength(1);
  });

  it("says where the one before it is not saved any more", () => {
    expect(toldByEvent(renamed, [elsewhere]).isBeforeUnknown).toBe(true);
    expect(toldByEvent(elsewhere, []).isBeforeUnknown).toBe(false);
  });

  it("is called by what was done, and an edit through Keycloak by where", () => {
    const disabled = change("ACTION", undefined, { action: "disable", reason: "unused", resourcePath: `${PATH}/disable` });
    expect(toldByEvent(disabled, [])).toMatchObject({ action: "disable", reason: "unused", actor: "server" });
    expect(toldByEvent(elsewhere, [])).toMatchObject({ action: "UPDATE", path: "clients/7" });
    expect(toldByEvent(renamed, [])).toMatchObject({ action: "update" });
  });

  it("has the reason that somebody gave before that of the server", () => {
    expect(toldByEvent(change("ACTION", undefined, { reason: "emergency_stop", givenReason: "Stolen" }), []).reason).toBe("Stolen");
  });
});

it("a record names its author as well as it is known", () => {
  const record = { "user.id": "5b1f", "api_credential.actor": "user" } as AuditRecord;
  expect(toldOf(record).user).toBe("5b1f");
  expect(toldOf({ ...record, "user.name": "owner" }).user).toBe("owner");
  expect(toldOf({ "api_credential.actor": "server" } as AuditRecord)).toMatchObject({ user: undefined, actor: "server" });
});
