import { describe, expect, it } from "vitest";
import cases from "./permission-cases.json";
import { arePermissionsValid, checkPermissions, isUnchosen, ofRow, widerRows } from "./permissionChecks";
import { type PermissionRow, withNewRow } from "./permissions";

const set = {
  type: "wallets",
  catalogue: [
    { type: "vault", action: "create", scopes: ["org"] },
    { type: "vault", action: "read", scopes: ["org", "vault"] },
    { type: "balances", action: "read", scopes: ["org", "vault", "key"] },
  ],
};
const row = (change: Partial<PermissionRow>): PermissionRow => ({
  key: 0,
  type: "vault",
  action: "read",
  scope: "vault",
  resource: "",
  ...change,
});

describe("permissions", () => {
  const found = (...rows: PermissionRow[]) => checkPermissions(set, rows).map((problem) => problem?.code);

  it("are marked where they are wrong", () => {
    expect(
      found(
        row({ resource: "v1" }),
        row({ resource: "v1" }),
        row({ resource: "a b" }),
        row({ resource: "x".repeat(65) }),
        row({ action: "delete" }),
        row({ resource: "x".repeat(64) }),
      ),
    ).toEqual([
      undefined,
      "duplicate_permission",
      "resource_malformed",
      "resource_malformed",
      "permission_action_unknown",
      undefined,
    ]);
  });

  it("are not complete until all is chosen", () => {
    const chosen = [row({ type: "" }), row({ action: "" }), row({ scope: "" }), row({})];
    const problems = checkPermissions(set, chosen);
    expect(problems.map((problem) => problem && isUnchosen(problem))).toEqual([true, true, true, undefined]);
    expect(problems.map((problem) => problem?.at)).toEqual(["type", "action", "scope", undefined]);
    expect(found(...withNewRow(set.catalogue, []))).toEqual(["permission_type_missing"]);
    expect(arePermissionsValid(set, [row({})])).toBe(true);
    expect(arePermissionsValid(set, [])).toBe(false);
  });

  it("are told as the server tells them", () => {
    expect(
      checkPermissions(set, [
        row({ type: "gone" }),
        row({ action: "delete" }),
        row({ scope: "key" }),
        row({ resource: "a b" }),
        row({}),
        row({}),
      ]),
    ).toEqual([
      { code: "permission_type_unknown", params: ["gone", "wallets", "vault, balances"], at: "type" },
      { code: "permission_action_unknown", params: ["delete", "vault", "create, read"], at: "action" },
      { code: "permission_scope_unknown", params: ["key", "vault read", "org, vault"], at: "scope" },
      { code: "resource_malformed", params: ["a b"], at: "resource" },
      undefined,
      { code: "duplicate_permission", params: [null, "vault:read:vault"], at: "type" },
    ]);
  });

  it("have what the server found at the control that it is about", () => {
    const at = (field: string) => ofRow({ field, errorMessage: "No." }).at;
    expect(at("permissions[3].scope")).toBe("scope");
    expect(at("permissions[3].resource")).toBe("resource");
    expect(at("permissions[3]")).toBe("type");
  });
});

describe("a permission that adds nothing", () => {
  const balances = (change: Partial<PermissionRow>) => row({ type: "balances", ...change });

  it("is one that another allows everywhere", () => {
    const rows = [balances({ resource: "v1" }), row({}), balances({ scope: "org" }), balances({ scope: "key" })];
    expect(widerRows(rows)).toEqual([2, undefined, undefined, 2]);
  });

  it("is one that another allows for all resources of its scope", () => {
    expect(widerRows([row({}), row({ resource: "v1" })])).toEqual([undefined, 0]);
  });

  it("is not one with another action, type or resource, or in a scope that may lie elsewhere", () => {
    const rows = [
      row({ resource: "v1" }),
      row({ resource: "v2" }),
      row({ action: "create", scope: "org" }),
      balances({ scope: "vault" }),
      balances({ scope: "key", resource: "k1" }),
    ];
    expect(widerRows(rows)).toEqual(rows.map(() => undefined));
  });

  it("is not one that is not chosen yet", () => {
    const blank = row({ type: "", action: "", scope: "" });
    expect(widerRows([blank, row({ scope: "org" }), blank, row({ scope: "" })])).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});

describe("a resource", () => {
  it.each(cases.resources.accepted)("is accepted: '%s'", (resource) => {
    expect(checkPermissions(set, [row({ resource })])).toEqual([undefined]);
  });

  it.each(cases.resources.refused)("is refused: '%s'", (resource) => {
    expect(checkPermissions(set, [row({ resource })])).not.toEqual([undefined]);
  });
});
