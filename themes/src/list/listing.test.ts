import { describe, expect, it } from "vitest";
import { addressOf, isFiltered, type Listing, listingOf, neighbourOf, ofStatus, statusOf } from "./listing";
import { lastPage } from "../page/paging";

describe("what is listed", () => {
  it.each<Listing>([
    { filter: {}, page: 1 },
    { filter: { search: "a & b", enabled: "false" }, page: 1 },
    { filter: { permissionSet: "wallets" }, page: 12 },
    { filter: { status: "expired", violates: "true" }, page: 1 },
    { filter: { due: "rotation" }, page: 1 },
    { filter: { openToAll: "true" }, page: 2, sort: "longestUnused" },
  ])("comes back from the address: %j", (listing) => {
    expect(listingOf(new URLSearchParams(addressOf(listing)))).toEqual(listing);
  });

  it("is everything where the address says nothing", () => {
    expect(addressOf({ filter: {}, page: 1 })).toEqual({});
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ search: "x" })).toBe(true);
  });

  it("is by name where the address has an order that there is not", () => {
    expect(listingOf(new URLSearchParams({ sort: "random" }))).toEqual({ filter: {}, page: 1 });
  });

  it.each(["0", "-1", "x", "1.5", "1e99"])("begins at the first page for page=%s", (page) => {
    expect(listingOf(new URLSearchParams({ page })).page).toBe(1);
  });
});

it.each(["", "true", "false", "expired"] as const)("filters by state: %j", (status) => {
  expect(statusOf(ofStatus(status))).toBe(status);
});

it("knows the state of an older address", () => {
  expect([{ enabled: "false" }, { enabled: "true" }, { status: "disabled" }].map(statusOf)).toEqual(["false", "true", "false"]);
});

it("has a last page", () => {
  expect([0, 1, 10, 11].map((total) => lastPage(total, 10))).toEqual([1, 1, 1, 2]);
});

it("finds the neighbour of a row", () => {
  const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];
  expect(["a", "b", "c"].map((id) => neighbourOf(rows, id)?.id)).toEqual(["b", "c", "b"]);
  expect(neighbourOf([{ id: "a" }], "a")).toBeUndefined();
});
