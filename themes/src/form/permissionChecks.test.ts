import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../api/types";
import cases from "./permission-cases.json";
import { checkPermissions, controlAtFault, widerRows } from "./permissionChecks";
import { type PermissionRow, withNewRow } from "./permissions";

const catalogue: CatalogueEntry[] = [
  { type: "vault", action: "create", scopes: ["org"] },
  { type: "vault", action: "read", scopes: ["org", "vault"] },
  { type: "balances", action: "read", scopes: ["org", "vault", "key"] },
];
const row = (change: Partial<PermissionRow>): PermissionRow => ({
  key: 0,
  type: "vault",
  action: "read",
  scope: "vault",
  resource: "",
  ...change,
});

describe("permissions", () => {
  it("are marked where they are wrong", () => {
    expect(
      checkPermissions(catalogue, [
        row({ resource: "v1" }),
        row({ resource: "v1" }),
        row({ resource: "a b" }),
        row({ resource: "x".repeat(65) }),
        row({ action: "delete" }),
        row({ resource: "x".repeat(64) }),
      ]),
    ).toEqual([undefined, "duplicate", "resourceCharacters", "resourceLength", "notOffered", undefined]);
  });

  it("are not complete until all is chosen", () => {
    expect(checkPermissions(catalogue, withNewRow(catalogue, []))).toEqual(["incomplete"]);
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

describe("the control at fault", () => {
  it("is the resource, the first that is not chosen, or the first of all", () => {
    expect(controlAtFault(row({ resource: "a b" }), "resourceCharacters")).toBe("resource");
    expect(controlAtFault(row({ action: "", scope: "" }), "incomplete")).toBe("action");
    expect(controlAtFault(row({ scope: "org" }), "duplicate")).toBe("type");
  });
});

describe("a resource", () => {
  it.each(cases.resources.accepted)("is accepted: '%s'", (resource) => {
    expect(checkPermissions(catalogue, [row({ resource })])).toEqual([undefined]);
  });

  it.each(cases.resources.refused)("is refused: '%s'", (resource) => {
    expect(checkPermissions(catalogue, [row({ resource })])).not.toEqual([undefined]);
  });
});
