import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../api/types";
import { matrixOf } from "./matrix";
import { permissionText, rowsOf } from "./permissions";

const catalogue: CatalogueEntry[] = [
  { type: "vault", action: "read", scopes: ["org", "vault"] },
  { type: "key", action: "create", scopes: ["org"] },
  { type: "key", action: "read", scopes: ["org", "vault"] },
];

/** The lines as text: `+` and where, `-` what is not granted, and a blank for what is not offered. */
const drawn = (...permissions: string[]) => {
  const rows = rowsOf(
    permissions.map((text) => {
      const [type = "", action = "", scope = "", resource] = text.split(":");
      return { type, action, scope, resource };
    }),
  );
  return matrixOf(catalogue, rows).lines.map(({ type, cells }) => [
    type,
    ...cells.map(({ granted, isOffered }) =>
      granted.length > 0 ? `+${granted.map(permissionText).join(" ")}` : isOffered ? "-" : " ",
    ),
  ]);
};

describe("the matrix", () => {
  it("has types down and actions across, in the order of the catalogue", () => {
    expect(matrixOf(catalogue, []).actions).toEqual(["read", "create"]);
    expect(drawn()).toEqual([
      ["vault", "-", " "],
      ["key", "-", "-"],
    ]);
  });

  it("says where something is granted", () => {
    expect(drawn("vault:read:vault:1", "vault:read:vault:2", "key:create:org")).toEqual([
      ["vault", "+vault:read:vault:1 vault:read:vault:2", " "],
      ["key", "-", "+key:create:org"],
    ]);
  });

  it("leaves out what another permission includes, and repetitions", () => {
    expect(drawn("vault:read:vault:1", "vault:read:vault", "vault:read:vault")[0]).toEqual(["vault", "+vault:read:vault", " "]);
    expect(drawn("vault:read:vault:1", "vault:read:vault", "vault:read:org")[0]).toEqual(["vault", "+vault:read:org", " "]);
  });

  it("shows what the set does not offer any more", () => {
    expect(drawn("audit:export:org")).toEqual([
      ["vault", "-", " ", " "],
      ["key", "-", "-", " "],
      ["audit", " ", " ", "+audit:export:org"],
    ]);
  });

  it("does not know what is not chosen yet", () => {
    expect(drawn("vault:read:", "vault::", "::")).toEqual(drawn());
  });
});
