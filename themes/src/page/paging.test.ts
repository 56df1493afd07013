import { expect, it } from "vitest";
import { lastPage, pageOf, pageWithin, wantedOf } from "./paging";

it("takes the page from the address, and the first one where that says none", () => {
  const pages = ["page=3", "page=0", "page=-1", "page=1.5", "page=many", ""].map((text) => pageOf(new URLSearchParams(text)));
  expect(pages).toEqual([3, 1, 1, 1, 1, 1]);
});

it("has a last page of a list that is counted", () => {
  expect([0, 10, 11].map((total) => lastPage(total, 10))).toEqual([1, 1, 2]);
});

it("goes no further than a page can begin", () => {
  expect([1, 101, 102, 9999].map((page) => pageWithin(page, 10, 1000))).toEqual([1, 101, 101, 101]);
  expect([10, 11, 12].map((page) => pageWithin(page, 100, 1000))).toEqual([10, 11, 11]);
});

it("asks for one row more than it shows, but not behind the last page that can be had", () => {
  expect([wantedOf(1, 10, 1000), wantedOf(100, 10, 1000), wantedOf(101, 10, 1000)]).toEqual([11, 11, 10]);
});
