import { describe, expect, it } from "vitest";
import catalogue from "../../../src/main/resources/permission-sets.json";
import type { PermissionSet } from "../api/types";
import { isBuiltIn, isTranslated } from "./words";

const sets: PermissionSet[] = catalogue.map((set) => ({ ...set, defaultPermissions: [] }));
const wallets = sets[0]!;

describe("Built-in sets", () => {
  it("are those of the server", () => {
    expect(sets.filter(isBuiltIn).map(({ type }) => type)).toEqual(["wallets", "transactions", "controls", "monitoring"]);
  });

  it.each([
    ["type", { ...wallets, type: "purses" }],
    ["name", { ...wallets, name: "Purses" }],
    ["description", { ...wallets, description: "Manage purses" }],
    ["number of entries", { ...wallets, catalogue: wallets.catalogue.slice(1) }],
    ["types", { ...wallets, catalogue: wallets.catalogue.map((entry) => ({ ...entry, type: "purse" })) }],
    ["actions", { ...wallets, catalogue: wallets.catalogue.map((entry) => ({ ...entry, action: "open" })) }],
    ["scopes", { ...wallets, catalogue: wallets.catalogue.map((entry) => ({ ...entry, scopes: ["org"] })) }],
  ])("are not those with another %s", (_, set) => {
    expect(isBuiltIn(set)).toBe(false);
  });
});

describe("Translations", () => {
  const own = { ...wallets, name: "Keys and locks" };

  it("are for the words of built-in sets", () => {
    expect(isTranslated(wallets)).toBe(true);
    expect(isTranslated(wallets, "key")).toBe(true);
  });

  it("are not for those of other sets, which mean something else", () => {
    expect(isTranslated(own)).toBe(false);
    expect(isTranslated(own, "key")).toBe(false);
  });

  it("are for the scope that all sets have", () => {
    expect(isTranslated(own, "org")).toBe(true);
  });

  it("are for a set that is not there", () => {
    expect(isTranslated(undefined, "key")).toBe(true);
  });
});
