import { describe, expect, it } from "vitest";
import type { Credential } from "../api/types";
import { duesOf, rotationDue } from "./due";

const NOW = new Date("2026-11-26T12:00:00Z");
const credential = (change: Partial<Credential>): Credential => ({
  ...{ id: "1", clientId: "c", name: "Reader", permissionSet: "wallets", enabled: true },
  ...change,
});
const kinds = (change: Partial<Credential>, everyDays?: number) =>
  duesOf(credential(change), { rotation: { everyDays } }, NOW).map(({ kind }) => kind);

describe("what is due", () => {
  it("is an end within 30 days, unless it has come", () => {
    expect(kinds({ expiresAt: "2026-12-26T12:00:00Z" })).toEqual(["expiry"]);
    expect(kinds({ expiresAt: "2026-12-26T12:00:01Z" })).toEqual([]);
    expect(kinds({ expiresAt: "2026-11-01T12:00:00Z", status: "expired" })).toEqual([]);
  });

  it("is another secret within 14 days, or since a while", () => {
    const secrets = [{ id: "1", createdAt: "2026-11-01T12:00:00Z" }];
    expect(kinds({ secrets }, 39)).toEqual(["rotation"]);
    expect(kinds({ secrets }, 10)).toEqual(["rotation"]);
    expect(kinds({ secrets }, 40)).toEqual([]);
    expect(kinds({ secrets })).toEqual([]);
  });
});

it("knows when the realm asks for another secret", () => {
  expect(rotationDue("2026-11-01T12:00:00Z", { rotation: { everyDays: 30 } })).toBe("2026-12-01T12:00:00.000Z");
  expect(rotationDue("2026-11-01T12:00:00Z", {})).toBeUndefined();
  expect(rotationDue(undefined, { rotation: { everyDays: 30 } })).toBeUndefined();
});
