import { expect, it } from "vitest";
import { isLengthAllowed, lengthOf } from "./text";

it("counts characters as people do, without white space around them", () => {
  expect(lengthOf("  \u{1f600}bcd ")).toBe(4);
});

it("allows 5 to 50 characters", () => {
  expect([4, 5, 50, 51].map((length) => isLengthAllowed("x".repeat(length)))).toEqual([false, true, true, false]);
});
