import { expect, it } from "vitest";
import { endsEarlier, isSoon } from "./ending";

const END = "2026-12-01T00:00:00.000Z";

it.each([
  ["", END, true],
  ["2026-12-02T00:00:00Z", END, true],
  [END, END, false],
  ["2026-11-30T00:00:00Z", END, false],
  [END, "", false],
  ["", "1.12.", false],
])("takes time away: %j before, %j in the form", (before, expiresAt, isEarlier) => {
  expect(endsEarlier(before, expiresAt)).toBe(isEarlier);
});

it("is soon within a week", () => {
  expect(isSoon(END, new Date("2026-11-24T00:00:00Z"))).toBe(false);
  expect(isSoon(END, new Date("2026-11-24T00:00:01Z"))).toBe(true);
});
