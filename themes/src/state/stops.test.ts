import { describe, expect, it } from "vitest";
import type { WhatIf } from "../api/whatIfTypes";
import { lastDayOf, stopsOf, stopsOfMany } from "./stops";

const NONE = { uses: 0, addresses: 0, byAddress: [] };
const LAST = "2026-11-25T19:14:00.017Z";
const used = (address: string, lastAt: string) => ({ address, uses: 1, lastAt });
const period = {
  from: "2026-10-26T19:00:00Z",
  to: "2026-11-25T19:30:00Z",
  recorded: true,
  recordedSince: "2026-08-01T06:12:44Z",
  complete: true,
};
const stops = (change: Partial<WhatIf> = {}, createdAt?: string) =>
  stopsOf(
    {
      change: "update",
      period,
      accepted: 900,
      addresses: 3,
      acceptedInLastDay: 412,
      addressesInLastDay: 2,
      lastUsedAt: LAST,
      tokensEndAt: "2026-11-25T20:14:00.017Z",
      wouldRefuse: { ...NONE, byAddress: [used("203.0.113.8", "2026-11-25T10:00:00Z"), used("203.0.113.7", LAST)] },
      alreadyRefused: NONE,
      newlyAdmitted: NONE,
      unknown: NONE,
      ...change,
    },
    createdAt,
  );

describe("what would stop", () => {
  it("is the tokens of a day, the addresses that got them, and the end of the last one", () => {
    expect(stops()).toEqual({
      since: "2026-11-24T20:00:00.000Z",
      tokens: 412,
      addresses: 2,
      hasMore: false,
      last: { at: LAST, from: "203.0.113.7" },
      until: "2026-11-25T20:14:00.017Z",
      gap: undefined,
    });
  });

  it("may have more addresses where some of this day were not told apart", () => {
    const others = (lastAt: string) => ({ ...NONE, byAddress: [used("others", lastAt)] });
    expect(stops({ wouldRefuse: others(LAST) })).toMatchObject({ hasMore: true, last: { at: LAST, from: undefined } });
    expect(stops({ wouldRefuse: others("2026-11-24T19:59:59Z") }).hasMore).toBe(false);
  });

  it("has no token that is still valid after its end, by the server's clock", () => {
    expect(stops({ tokensEndAt: "2026-11-25T19:30:00Z" }).until).toBeUndefined();
    expect(stops({ tokensEndAt: undefined, lastUsedAt: undefined })).toMatchObject({ until: undefined, last: undefined });
  });

  it("is known since less than a day where counting began later, unless the credential is younger", () => {
    const late = { ...period, recordedSince: "2026-11-25T10:00:00Z", complete: false };
    expect(stops({ period: late }).gap).toEqual({ since: "2026-11-25T10:00:00Z" });
    expect(stops({ period: late }, "2026-11-25T11:00:00Z").gap).toBeUndefined();
    expect(stops({ period: { ...late, recordedSince: undefined } }).gap).toEqual({});
  });
});

it("is the same of many credentials together", () => {
  const uses = { period, accepted: 7, addresses: 3, lastUsedAt: LAST, tokensEndBy: "2026-11-25T20:14:00.017Z" };
  expect(stopsOfMany(uses)).toEqual({
    since: period.from,
    tokens: 7,
    addresses: 3,
    hasMore: false,
    last: { at: LAST },
    until: uses.tokensEndBy,
    gap: undefined,
  });
  expect(stopsOfMany({ period, lastUsedAt: LAST })).toBeUndefined();
  expect(stopsOfMany({ ...uses, tokensEndBy: "2026-11-25T19:00:00Z" })?.until).toBeUndefined();
});

it.each([
  ["2026-11-25T19:00:00Z", "2026-11-24T20:00:00.000Z"],
  ["2026-11-25T19:59:59.999Z", "2026-11-24T20:00:00.000Z"],
])("begins a day of whole hours: %s", (instant, begin) => {
  expect(lastDayOf(instant)).toBe(begin);
});
