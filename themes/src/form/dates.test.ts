import { describe, expect, it } from "vitest";
import { dateOf, dayAfter, firstDayOfWeek, instantAt, presetsOf } from "./dates";

describe("a date", () => {
  it("begins at midnight where the browser is, and is found again", () => {
    const instant = instantAt("2027-01-31");
    expect(new Date(instant).getHours()).toBe(0);
    expect(instant).toMatch(/:00Z$/);
    expect(dateOf(instant)).toBe("2027-01-31");
  });

  it.each(["", "soon", "2027-1-31", "2027-02-30", "2027-13-01", "31.1.2027"])("is not %j, which stays as it is", (text) => {
    expect(instantAt(text)).toBe(text);
    expect(dateOf(text)).toBe(text);
  });

  it("comes so many days after today, and never more than so many days from now", () => {
    const now = new Date(2026, 10, 26, 12, 30);
    expect(dateOf(dayAfter(30, now))).toBe("2026-12-26");
    expect(dateOf(dayAfter(365, now))).toBe("2027-11-26");
    expect(Date.parse(dayAfter(90, now))).toBeLessThan(now.getTime() + 90 * 24 * 60 * 60 * 1000);
  });
});

it("offers what a realm allows", () => {
  expect(presetsOf(undefined)).toEqual([30, 90, 365]);
  expect(presetsOf(365)).toEqual([30, 90, 365]);
  expect(presetsOf(100)).toEqual([30, 90]);
  expect(presetsOf(7)).toEqual([]);
});

it("begins a week where people do", () => {
  expect(["en-US", "de", "es", "ja", "pt-BR"].map(firstDayOfWeek)).toEqual([0, 1, 1, 0, 0]);
});
