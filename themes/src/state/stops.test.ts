import { describe, expect, it } from "vitest";
import type { Activity } from "../api/activityTypes";
import type { Credential } from "../api/types";
import { stopsOf, tokenLifeOf } from "./stops";

const NOW = new Date("2026-11-25T19:30:00Z");
const credential = (change: Partial<Credential> = {}) => ({ id: "1", ...change }) as Credential;
const used = (address: string, accepted: number) => ({ address, accepted, refused: 1, lastAt: "2026-11-25T19:14:00Z" });
const activity = (change: Partial<Activity> = {}): Activity => ({
  recorded: true,
  recordedSince: "2026-08-01T06:12:44Z",
  from: "2026-11-24T19:00:00Z",
  to: "2026-11-25T20:00:00Z",
  bucket: "hour",
  accepted: 412,
  refused: 3,
  buckets: [],
  addresses: [used("203.0.113.7", 400), used("203.0.113.8", 12), used("192.0.2.44", 0)],
  secrets: [],
  reasons: [],
  ...change,
});
const stops = (change: Partial<Activity> = {}, at = "2026-11-25T19:14:00Z", tokenLife = 3600) =>
  stopsOf(activity(change), { at, from: "203.0.113.7" }, undefined, tokenLife, NOW);

describe("what would stop", () => {
  it("is the tokens of a day, the addresses that got them, and the end of the last one", () => {
    expect(stops()).toEqual({
      tokens: 412,
      addresses: 2,
      hasMore: false,
      last: { at: "2026-11-25T19:14:00Z", from: "203.0.113.7" },
      until: "2026-11-25T20:14:00.000Z",
      gap: undefined,
    });
  });

  it("has more addresses where some were not told apart", () => {
    expect(stops({ addresses: [used("203.0.113.7", 1), used("others", 9)] })).toMatchObject({ addresses: 1, hasMore: true });
    expect(stops({ addresses: [used("203.0.113.7", 1), used("others", 0)] })).toMatchObject({ addresses: 1, hasMore: false });
  });

  it("has no token that is still valid after its life", () => {
    expect(stops({}, "2026-11-25T18:30:00Z")?.until).toBeUndefined();
    expect(stops({}, "2026-11-25T19:14:00Z", 60)?.until).toBeUndefined();
    expect(stopsOf(activity(), undefined, undefined, 3600, NOW)?.until).toBeUndefined();
  });

  it("is known since less than a day where counting began later", () => {
    expect(stops({ recordedSince: "2026-11-25T10:00:00Z" })?.gap).toEqual({ since: "2026-11-25T10:00:00Z" });
    expect(stops({ recordedSince: undefined })?.gap).toEqual({});
  });

  it("is unknown where uses are not counted", () => {
    expect(stops({ recorded: false })).toBeUndefined();
  });
});

describe("the life of a token", () => {
  it("is the shortest that is set, or an hour", () => {
    expect(tokenLifeOf(credential(), undefined)).toBe(3600);
    expect(tokenLifeOf(credential(), { tokenLifespan: 600 })).toBe(600);
    expect(tokenLifeOf(credential({ tokenLifespan: 60 }), { tokenLifespan: 600 })).toBe(60);
    expect(tokenLifeOf(credential({ tokenLifespan: 900 }), { tokenLifespan: 600 })).toBe(600);
  });
});
