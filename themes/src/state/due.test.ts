import { describe, expect, it } from "vitest";
import type { Credential } from "../api/types";
import cases from "./due-cases.json";
import { duesOf, rotationDue } from "./due";

const NOW = new Date("2026-11-26T12:00:00Z");
const credential = (change: Partial<Credential>): Credential => ({
  ...{ id: "1", clientId: "c", name: "Reader", permissionSet: "wallets", enabled: true, status: "enabled" },
  ...change,
});
const kinds = (change: Partial<Credential>, everyDays?: number, now = NOW) =>
  duesOf(credential(change), { rotation: { everyDays } }, now).map(({ kind }) => kind);

describe("what is due", () => {
  it.each(cases.expiry)("is an expiry as the server has it: %j", ({ expiresAt, now, isDue }) => {
    expect(kinds({ expiresAt }, undefined, new Date(now))).toEqual(isDue ? ["expiry"] : []);
  });

  it("is no expiry that has come", () => {
    expect(kinds({ expiresAt: "2026-11-01T12:00:00Z", status: "expired" })).toEqual([]);
  });

  it.each(cases.rotation)("is a rotation as the server has it: %j", ({ createdAt, everyDays, due, now, isDue }) => {
    expect(rotationDue(createdAt, { rotation: { everyDays } })).toBe(new Date(due).toISOString());
    expect(kinds({ secrets: [{ id: "1", createdAt }] }, everyDays, new Date(now))).toEqual(isDue ? ["rotation"] : []);
  });

  it("is no rotation where the realm asks for none", () => {
    expect(kinds({ secrets: [{ id: "1", createdAt: "2020-11-01T12:00:00Z" }] })).toEqual([]);
  });
});

it("knows when the realm asks for no other secret", () => {
  expect(rotationDue("2026-11-01T12:00:00Z", {})).toBeUndefined();
  expect(rotationDue(undefined, { rotation: { everyDays: 30 } })).toBeUndefined();
});
