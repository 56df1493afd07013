import { describe, expect, it } from "vitest";
import type { Credential } from "../api/types";
import { NO_LIFE } from "../form/life";
import { contentOf, draftOf, isChanged, isSameContent } from "./draft";

const read: Credential = {
  id: "1",
  clientId: "apicred-1",
  name: "Balance reader",
  permissionSet: "wallets",
  enabled: true,
  status: "enabled",
  allowedIps: ["10.0.0.1"],
  permissions: [{ type: "balances", action: "read", scope: "vault", resource: "7" }],
};

describe("a draft", () => {
  it("changes nothing as it is", () => {
    for (const part of ["texts", "addresses", "rows"] as const) {
      expect(contentOf(read, draftOf(read), [part])).toEqual({
        name: "Balance reader",
        description: undefined,
        allowedIps: ["10.0.0.1"],
        permissions: read.permissions,
      });
    }
  });

  it("is saved a part at a time", () => {
    const draft = {
      ...draftOf(read),
      texts: { name: " Renamed ", description: "" },
      addresses: { areLimited: false, entries: [""] },
    };

    expect(contentOf(read, draft, ["texts"])).toMatchObject({ name: "Renamed", allowedIps: ["10.0.0.1"] });
    expect(contentOf(read, draft, ["addresses"])).toMatchObject({ name: "Balance reader", allowedIps: ["0.0.0.0/0"] });
  });

  it("takes away what is blank, and only when that is saved", () => {
    const owned = { ...read, owner: { team: "Treasury" }, expiresAt: "2027-01-31T00:00:00Z", tokenLifespan: 600 };
    const draft = { ...draftOf(owned), life: NO_LIFE };

    expect(contentOf(owned, draft, ["texts", "life"])).toMatchObject({
      owner: null,
      expiresAt: null,
      tokenLifespan: null,
    });
    expect(contentOf(owned, draft, ["texts"])).not.toHaveProperty("owner");
  });

  it("brings what could not be read, whatever part is saved", () => {
    const unreadable = { ...read, allowedIps: undefined, permissions: undefined };
    const draft = { ...draftOf(read), addresses: { areLimited: true, entries: ["10.0.0.2"] } };

    expect(contentOf(unreadable, draft, ["rows"])).toMatchObject({
      allowedIps: ["10.0.0.2"],
      permissions: read.permissions,
    });
    expect(draftOf(unreadable)).toMatchObject({ addresses: { areLimited: true, entries: [""] }, rows: [] });
  });
});

it("tells a change of content from one of state", () => {
  expect(isSameContent(read, { ...read, enabled: false, updatedAt: "later" })).toBe(true);
  expect(isSameContent(read, { ...read, allowedIps: ["10.0.0.2"] })).toBe(false);
});

describe("saving", () => {
  const parts = ["texts", "life", "addresses", "rows"] as const;
  const changedParts = (credential: Credential, changes: object) =>
    parts.filter((part) => isChanged(credential, { ...draftOf(credential), ...changes }, part));

  it("is of no use where nothing is changed", () => {
    expect(changedParts(read, {})).toEqual([]);
    expect(changedParts(read, { texts: { name: " Balance reader ", description: " " } })).toEqual([]);
  });

  it("is of use for the part that is changed", () => {
    expect(changedParts(read, { texts: { name: "Renamed", description: "" } })).toEqual(["texts"]);
    expect(changedParts(read, { addresses: { areLimited: false, entries: ["10.0.0.1"] } })).toEqual(["addresses"]);
    expect(changedParts(read, { rows: [] })).toEqual(["rows"]);
    expect(changedParts(read, { life: { ...NO_LIFE, expiresAt: "2027-01-31T00:00:00Z" } })).toEqual(["life"]);
    expect(changedParts({ ...read, owner: { team: "Treasury" } }, { life: NO_LIFE })).toEqual(["life"]);
  });

  it("is of use for what could not be read", () => {
    expect(changedParts({ ...read, allowedIps: undefined }, {})).toEqual(["addresses"]);
  });
});
