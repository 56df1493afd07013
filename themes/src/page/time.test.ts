import { describe, expect, it } from "vitest";
import { ago, durationIn, left } from "./time";

const NOW = new Date("2026-11-25T12:00:00Z");

describe("how long ago", () => {
  it.each([
    ["2026-11-25T12:00:00Z", "now"],
    ["2026-11-25T11:59:20Z", "40 seconds ago"],
    ["2026-11-25T11:58:00.017Z", "2 minutes ago"],
    ["2026-11-25T09:00:00Z", "3 hours ago"],
    ["2026-11-24T11:00:00Z", "yesterday"],
    ["2026-10-26T12:00:00Z", "30 days ago"],
  ])("%s is %s", (instant, words) => {
    expect(ago(instant, NOW, "en")).toBe(words);
  });

  it("is left to a date after a month", () => {
    expect(ago("2026-10-20T12:00:00Z", NOW, "en")).toBeUndefined();
  });

  it("is not in the future, whatever the clocks say", () => {
    expect(ago("2026-11-25T12:00:05Z", NOW, "en")).toBe("now");
  });

  it("is said in the language of the page", () => {
    expect(ago("2026-11-25T11:58:00Z", NOW, "de")).toBe("vor 2 Minuten");
  });
});

describe("how long", () => {
  it.each([
    ["PT168H", "7 days"],
    ["PT24H", "1 day"],
    ["PT1H30M", "90 minutes"],
    ["PT36H", "36 hours"],
    ["PT45S", "45 seconds"],
    ["P7D", "7 days"],
    ["P1DT12H", "36 hours"],
  ])("%s is %s", (duration, words) => {
    expect(durationIn("en", duration)).toBe(words);
  });

  it("is not said where it cannot be read", () => {
    expect(durationIn("en", "P1W")).toBeUndefined();
    expect(durationIn("en", "P1.5D")).toBeUndefined();
    expect(durationIn("en", "PT")).toBeUndefined();
    expect(durationIn("en", "P")).toBeUndefined();
  });
});

describe("the time that is left", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  it.each([
    ["2026-11-26T13:00:01Z", "1 day, 1 hour"],
    ["2026-11-25T12:59:59Z", "59 minutes, 59 seconds"],
    ["2026-11-25T13:00:00.200Z", "1 hour, 1 second"],
    ["2026-11-25T12:00:00.001Z", "1 second"],
    ["2026-11-25T11:00:00Z", ""],
  ])("until %s is %j", (instant, text) => {
    expect(left(instant, now, "en")).toBe(text);
  });

  it("is told in other languages", () => {
    expect(left("2026-11-25T12:05:00Z", now, "de")).toBe("5 Minuten");
    expect(left("2026-11-25T14:05:00Z", now, "ja")).toBe("2 時間 5 分");
  });
});
