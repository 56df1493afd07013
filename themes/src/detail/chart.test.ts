import { expect, it } from "vitest";
import { heightsOf } from "./chart";

it("draws to scale", () => {
  expect(heightsOf({ accepted: 30, refused: 10 }, 80, 100)).toEqual({ accepted: 37.5, refused: 12.5 });
});

it("draws nothing for none", () => {
  expect(heightsOf({ accepted: 0, refused: 0 }, 0, 100)).toEqual({ accepted: 0, refused: 0 });
});

it("shows a single use among thousands, within the height", () => {
  const { accepted, refused } = heightsOf({ accepted: 99_999, refused: 1 }, 100_000, 100);
  expect(refused).toBe(2);
  expect(accepted).toBe(98);
});
