import { describe, expect, it } from "vitest";
import { barOf, DAYS, mostOf } from "./bars";

const now = new Date("2026-11-26T22:00:00Z");
const on = (day: string, accepted: number, refused = 0) => ({ from: `${day}T00:00:00Z`, accepted, refused });

describe("the bar", () => {
  it("has a column for each day, today's as the last", () => {
    const { columns, accepted, refused } = barOf([on("2026-11-26", 25), on("2026-11-25", 100, 4), on("2026-10-28", 1)], 100, now);
    expect(columns).toHaveLength(DAYS);
    expect(columns.slice(-2)).toEqual([
      { accepted: 1, refused: 0.2 },
      { accepted: 0.5, refused: 0 },
    ]);
    expect(columns[0]!.accepted).toBeGreaterThan(0.1);
    expect([accepted, refused]).toEqual([126, 4]);
  });

  it("has nothing of other days", () => {
    const bar = barOf([on("2026-10-27", 7), on("2026-11-27", 7)], 7, now);
    expect([bar.accepted, Math.max(...bar.columns.map((column) => column.accepted))]).toEqual([0, 0]);
  });

  it("is flat where nothing happened", () => {
    expect(barOf([], 1, now).columns.every(({ accepted, refused }) => accepted + refused === 0)).toBe(true);
  });

  it("shows a single refused use among a million", () => {
    expect(barOf([on("2026-11-26", 1_000_000, 1)], 1_000_000, now).columns.at(-1)!.refused).toBeGreaterThan(0.1);
  });

  it("is low where others of the page have many more", () => {
    const few = { buckets: [on("2026-11-26", 3)] };
    const most = mostOf([few, { buckets: [on("2026-11-25", 9), on("2026-11-24", 3_000_000, 5)] }]);
    expect(most).toBe(3_000_000);
    expect(barOf(few.buckets, most, now).columns.at(-1)!.accepted).toBeLessThan(0.2);
    expect(barOf(few.buckets, mostOf([few]), now).columns.at(-1)!.accepted).toBe(1);
  });
});

it("has a height also where there is no use at all", () => {
  expect(mostOf([])).toBe(1);
});
