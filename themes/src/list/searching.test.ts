import { expect, it } from "vitest";
import { addressOf, isFiltered, listingOf } from "./listing";
import { SEARCHES, searched, searchOf } from "./searching";

it.each(SEARCHES)("is found again in the address of the page: by %s", (by) => {
  const filter = { status: "expired", ...searched(by, " 203.0.113.7 ") };
  const found = listingOf(new URLSearchParams(addressOf({ filter, page: 1 }))).filter;
  expect(searchOf(found)).toEqual({ by, text: "203.0.113.7" });
  expect(found.status).toBe("expired");
});

it("takes the place of another search", () => {
  const filter = { ...searched("search", "payout"), ...searched("address", "203.0.113.7") };
  expect(Object.entries(filter).filter(([, value]) => value)).toEqual([["address", "203.0.113.7"]]);
});

it("is none where nothing is looked for", () => {
  expect(searchOf({})).toEqual({ by: "search", text: "" });
  expect(isFiltered(searched("permission", "  "))).toBe(false);
});
