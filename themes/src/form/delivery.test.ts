import { expect, it } from "vitest";
import { secondsOf } from "../page/time";
import { SHOWN_HERE, termsOf, VALIDITIES } from "./delivery";

it("asks for a link on its terms, and for nothing where the secret is shown", () => {
  expect(termsOf(SHOWN_HERE)).toBeUndefined();
  expect(termsOf({ isLink: true, validFor: "PT1H", isAddressBound: true })).toEqual({
    delivery: "link",
    validFor: "PT1H",
    addressBound: true,
  });
});

it("offers times that the server allows, among them the one to begin with", () => {
  expect(VALIDITIES.map(secondsOf).every((seconds) => seconds! >= 5 * 60 && seconds! <= 7 * 24 * 60 * 60)).toBe(true);
  expect(VALIDITIES).toContain(SHOWN_HERE.validFor);
});
