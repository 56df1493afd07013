import { expect, it } from "vitest";
import type { ListOrder } from "../api/types";
import { sortOf } from "./sorting";

/** What the list is sorted by after the head of a column is pressed, which then asks for a direction. */
const pressed = (column: string, direction: "asc" | "desc") => {
  const orders: (ListOrder | undefined)[] = [];
  sortOf(column, undefined, (sort) => orders.push(sort))!.onSort!({} as never, 0, direction as never, {} as never);
  return orders;
};

it("is by name unless something else is asked for", () => {
  expect(sortOf("name", undefined, () => undefined)!.sortBy).toMatchObject({ index: 0, direction: "asc" });
  expect(pressed("name", "desc")).toEqual([undefined]);
});

it("is by the last use, the latest or the longest unused first", () => {
  expect(pressed("lastUsed", "desc")).toEqual(["lastUsed"]);
  expect(pressed("lastUsed", "asc")).toEqual(["longestUnused"]);
  expect(sortOf("lastUsed", "longestUnused", () => undefined)!.sortBy).toMatchObject({ index: 1, direction: "asc" });
});

it("is by nothing else", () => {
  expect(sortOf("status", undefined, () => undefined)).toBeUndefined();
});
