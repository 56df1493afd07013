import { expect, it } from "vitest";
import { CHIPS, filterOf, isOn, pressed } from "./chips";
import { addressOf, listingOf } from "./listing";

it.each(CHIPS)("is on after it is pressed and off after that, and leaves what else is filtered by: %s", (chip) => {
  const filter = { search: "x" };
  const on = { ...filter, ...pressed(chip, filter) };
  expect(isOn(chip, filter)).toBe(false);
  expect(isOn(chip, on)).toBe(true);
  expect(on.search).toBe("x");
  expect({ ...on, ...pressed(chip, on) }).toEqual({ ...filter, ...Object.fromEntries(Object.keys(filterOf(chip)).map((name) => [name, undefined])) });
});

it.each(CHIPS)("is in the address of the page: %s", (chip) => {
  expect(listingOf(new URLSearchParams(addressOf({ filter: filterOf(chip), page: 1 }))).filter).toEqual(filterOf(chip));
});

it("is one at a time of what is due, beside others", () => {
  const first = { ...pressed("violates", {}), ...pressed("rotation", {}) };
  const second = { ...first, ...pressed("expiry", first) };
  expect(CHIPS.filter((chip) => isOn(chip, second))).toEqual(["expiry", "violates"]);
});
