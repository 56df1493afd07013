import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../api/types";
import cases from "./permission-cases.json";
import {
  actionsByType,
  actionsOf,
  groupsOf,
  MAX_PERMISSIONS,
  mayHaveResource,
  type PermissionRow,
  permissionsOf,
  readOnly,
  rowsOf,
  scopesOf,
  typesOf,
  withField,
  withNewRow,
} from "./permissions";

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

describe("the choices", () => {
  it("are those of the catalogue, one below the other", () => {
    expect(typesOf(catalogue)).toEqual(["vault", "balances"]);
    expect(actionsOf(catalogue, "vault")).toEqual(["create", "read"]);
    expect(scopesOf(catalogue, "vault", "read")).toEqual(["org", "vault"]);
    expect(scopesOf(catalogue, "vault", "delete")).toEqual([]);
  });

  it("above take with them what can no longer be chosen below", () => {
    expect(withField(catalogue, row({ resource: "v1" }), "action", "create")).toEqual(
      row({ action: "create", scope: "org", resource: "" }),
    );
  });

  it("above keep what can still be chosen below", () => {
    expect(withField(catalogue, row({ resource: "v1" }), "type", "balances")).toEqual(
      row({ type: "balances", resource: "v1" }),
    );
  });

  it("are made where there is one only", () => {
    expect(withField(catalogue, row({}), "type", "balances").action).toBe("read");
  });

  it("of everything drop the resource", () => {
    expect(withField(catalogue, row({ resource: "v1" }), "scope", "org").resource).toBe("");
  });
});

describe("a new row", () => {
  it("has a key of its own, also after others were removed", () => {
    const rows = withNewRow(catalogue, [row({ key: 7 })]);
    expect(rows.map(({ key }) => key)).toEqual([7, 8]);
    expect(withNewRow(catalogue, [])[0]?.key).toBe(0);
  });
});

describe("permissions", () => {
  it("are sent without a blank resource", () => {
    const permissions = [
      { type: "vault", action: "read", scope: "org" },
      { type: "balances", action: "read", scope: "key", resource: "k1" },
    ];
    expect(permissionsOf(rowsOf(permissions))).toEqual(permissions);
  });

  it("are reduced to reading", () => {
    expect(readOnly([row({}), row({ action: "create" })])).toEqual([row({})]);
  });
});

describe("permissions as sentences", () => {
  it("have the actions of one type and place together", () => {
    const rows = [
      row({ action: "create", scope: "org" }),
      row({ scope: "org" }),
      row({ resource: "v1" }),
      row({ type: "balances", scope: "org" }),
      row({ action: "update", scope: "org" }),
    ];
    expect(groupsOf(rows)).toEqual([
      { type: "vault", scope: "org", resource: "", actions: ["create", "read", "update"] },
      { type: "vault", scope: "vault", resource: "v1", actions: ["read"] },
      { type: "balances", scope: "org", resource: "", actions: ["read"] },
    ]);
  });

  it("tell of a set what may be done with each type", () => {
    const permissions = catalogue.map(({ type, action }) => ({ type, action, scope: "org" }));
    expect(actionsByType(permissions)).toEqual([
      ["vault", ["create", "read"]],
      ["balances", ["read"]],
    ]);
  });
});

describe("a resource", () => {
  it.each(cases.scopes.withResource)("may be chosen in scope %s", (scope) => {
    expect(mayHaveResource(row({ scope }))).toBe(true);
  });

  it.each(cases.scopes.withoutResource)("cannot be chosen in scope %s", (scope) => {
    expect(mayHaveResource(row({ scope }))).toBe(false);
  });
});

describe("a number of permissions", () => {
  it.each(cases.numbers.accepted)("is accepted: %i", (number) => {
    expect(number).toBeLessThanOrEqual(MAX_PERMISSIONS);
  });

  it.each(cases.numbers.refused)("is refused: %i", (number) => {
    expect(number).toBeGreaterThan(MAX_PERMISSIONS);
  });
});
