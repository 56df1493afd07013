import { describe, expect, it } from "vitest";
import { differencesOf } from "./differences";

const read = { type: "balances", action: "read", scope: "org" };
const ofVault = { ...read, scope: "vault", resource: "7" };

describe("the difference of two states", () => {
  it("has what changed of each field, and nothing else", () => {
    expect(
      differencesOf(
        { name: "One", enabled: true, allowedIps: ["10.0.0.1", "10.0.0.2"], owner: { team: "A", contact: "a@example.com" } },
        { name: "Two", enabled: true, allowedIps: ["10.0.0.2", "10.0.0.3"], owner: { team: "B", contact: "a@example.com" } },
      ),
    ).toEqual([
      { field: "name", removed: ["One"], added: ["Two"] },
      { field: "allowedIps", removed: ["10.0.0.1"], added: ["10.0.0.3"] },
      { field: "owner.team", removed: ["A"], added: ["B"] },
    ]);
  });

  it("writes permissions as one word each", () => {
    expect(differencesOf({ permissions: [read] }, { permissions: [read, ofVault] })).toEqual([
      { field: "permissions", removed: [], added: ["balances:read:vault:7"] },
    ]);
  });

  it("is all of it where there was nothing before or is nothing after", () => {
    expect(differencesOf(undefined, { name: "One" })).toEqual([{ field: "name", removed: [], added: ["One"] }]);
    expect(differencesOf({ name: "One", owner: { team: "A" } }, null)).toEqual([
      { field: "name", removed: ["One"], added: [] },
      { field: "owner.team", removed: ["A"], added: [] },
    ]);
  });

  it("tells a field that was taken away", () => {
    expect(differencesOf({ expiresAt: "2027-01-01T00:00:00Z" }, {})).toEqual([
      { field: "expiresAt", removed: ["2027-01-01T00:00:00Z"], added: [] },
    ]);
  });

  it("has what changed of each permission set", () => {
    const set = (...actions: string[]) => ({ type: "invoices", name: "Invoices", description: "All of them", catalogue: actions.map((action) => ({ type: "invoice", action, scopes: ["org", "vault"] })) });
    const changed = [{ field: "permissionSets.invoices", removed: ["invoice:delete (org, vault)"], added: [] }];
    expect(differencesOf([set("read", "delete")], [set("read")])).toEqual(changed);
    expect(differencesOf(JSON.stringify([set("read", "delete")]), JSON.stringify([set("read")]))).toEqual(changed);
    expect(differencesOf("", [set("read")])).toEqual([{ field: "permissionSets.invoices", removed: [], added: ["Invoices", "All of them", "invoice:read (org, vault)"] }]);
  });

  it("shows what it has never seen", () => {
    expect(differencesOf(undefined, { secrets: [{ id: "9f", createdAt: "now" }], limit: 0, deep: { er: { still: [false] } } })).toEqual([
      { field: "secrets", removed: [], added: ["9f now"] },
      { field: "limit", removed: [], added: ["0"] },
      { field: "deep.er.still", removed: [], added: ["false"] },
    ]);
    expect(differencesOf("text", 7)).toEqual([]);
  });
});
