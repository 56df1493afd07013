import { describe, expect, it } from "vitest";
import type { Activity } from "../api/activityTypes";
import type { SecretWithUses } from "../api/secretTypes";
import { bucketsOf, gapOf, lastAccepted } from "./activity";

const activity = (change: Partial<Activity> = {}): Activity => ({
  recorded: true,
  from: "2026-11-22T00:00:00Z",
  to: "2026-11-25T00:00:00Z",
  bucket: "day",
  accepted: 0,
  refused: 0,
  buckets: [],
  addresses: [],
  secrets: [],
  reasons: [],
  ...change,
});
const secret = (change: Partial<SecretWithUses>): SecretWithUses => ({
  id: "1",
  inForce: true,
  usesInLastDay: 0,
  usesInLastWeek: 0,
  ...change,
});

describe("the days of an activity", () => {
  it("are all of its time, also those without a use", () => {
    const used = { from: "2026-11-23T00:00:00Z", accepted: 400, refused: 3 };
    const days = bucketsOf(activity({ buckets: [used] }));
    expect(days.map(({ from, accepted, refused }) => [from.slice(0, 10), accepted, refused])).toEqual([
      ["2026-11-22", 0, 0],
      ["2026-11-23", 400, 3],
      ["2026-11-24", 0, 0],
    ]);
    expect(days[1]).toBe(used);
  });

  it("are hours where it has hours", () => {
    const hours = bucketsOf(activity({ bucket: "hour", from: "2026-11-24T22:00:00Z" }));
    expect(hours.map(({ from }) => from.slice(11, 16))).toEqual(["22:00", "23:00"]);
  });
});

describe("what was not counted", () => {
  const time = { from: "2026-10-25T00:00:00Z", recordedSince: "2026-11-01T00:00:00Z" };

  it("is what was before counting began", () => {
    expect(gapOf(time, undefined)).toEqual({ since: time.recordedSince });
    expect(gapOf(time, "2026-10-31T00:00:00Z")).toEqual({ since: time.recordedSince });
  });

  it("is nothing of a time, or of a credential, that began later", () => {
    expect(gapOf({ ...time, from: "2026-11-02T00:00:00Z" }, undefined)).toBeUndefined();
    expect(gapOf(time, "2026-11-01T00:00:01Z")).toBeUndefined();
  });

  it("is unknown where nobody knows since when uses are counted", () => {
    expect(gapOf({ from: time.from }, "2026-11-20T00:00:00Z")).toEqual({});
  });
});

describe("the last accepted use", () => {
  const at = "2026-11-24T09:30:00.017Z";

  it("has the address of the secret that was used then", () => {
    const secrets = { recorded: true, secrets: [secret({}), secret({ lastUsedAt: at, lastUsedFrom: "203.0.113.7" })] };
    expect(lastAccepted(activity({ lastUsedAt: at }), secrets)).toEqual({ at, from: "203.0.113.7" });
  });

  it("has no address where another use is the last one of each secret", () => {
    const other = [secret({ lastUsedAt: "2026-11-24T09:29:59Z", lastUsedFrom: "203.0.113.8" })];
    expect(lastAccepted(activity({ lastUsedAt: at }), { recorded: true, secrets: other })?.from).toBeUndefined();
    expect(lastAccepted(activity({ lastUsedAt: at }), undefined)).toEqual({ at, from: undefined });
  });

  it("may be none", () => {
    expect(lastAccepted(activity(), { recorded: true, secrets: [] })).toBeUndefined();
  });
});
