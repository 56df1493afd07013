import { describe, expect, it } from "vitest";
import type { SecretWithUses, Secrets } from "../api/secretTypes";
import { isInUse, overlapsOf, replacedOf, stateOf, usualOverlap, verdictOf, withoutSecret } from "./secrets";

const secret = (change: Partial<SecretWithUses> = {}): SecretWithUses => ({
  id: "1",
  inForce: true,
  usesInLastDay: 0,
  usesInLastWeek: 0,
  ...change,
});
const two = (newest: Partial<SecretWithUses>, old: Partial<SecretWithUses>, recorded = true): Secrets => ({
  recorded,
  secrets: [secret({ id: "new", ...newest }), secret({ id: "old", ...old })],
});
const verdict = (secrets: Secrets) => verdictOf(secrets, replacedOf(secrets)!);
const used = (lastUsedAt: string) => ({ lastUsedAt, lastUsedFrom: "203.0.113.7", usesInLastDay: 3, usesInLastWeek: 9 });

describe("the secret that was replaced", () => {
  it("is one that still works", () => {
    expect(replacedOf({ recorded: true, secrets: [secret()] })).toBeUndefined();
    expect(replacedOf(two({}, { inForce: false }))).toBeUndefined();
    expect(replacedOf(two({}, {}))?.id).toBe("old");
  });

  it("is in use when it was used within a day and the new one not after it", () => {
    const at = "2026-11-25T12:00:00Z";
    expect(verdict(two({}, used(at)))).toEqual({ kind: "inUse", at, from: "203.0.113.7" });
    expect(verdict(two({ lastUsedAt: "2026-11-25T11:59:59Z" }, used(at))).kind).toBe("inUse");
  });

  it("is left when only the new one was used since", () => {
    expect(verdict(two({ lastUsedAt: "2026-11-25T12:00:01Z" }, used("2026-11-25T12:00:00Z"))).kind).toBe("moved");
  });

  it("has the label of use no longer, which the new one has then", () => {
    const labels = (secrets: Secrets) => secrets.secrets.map((each) => isInUse(secrets, each));
    expect(labels(two({}, used("2026-11-25T12:00:00Z")))).toEqual([false, true]);
    expect(labels(two(used("2026-11-25T12:00:01Z"), used("2026-11-25T12:00:00Z")))).toEqual([true, false]);
    expect(labels(two(used("2026-11-25T11:00:00Z"), used("2026-11-25T12:00:00Z")))).toEqual([true, true]);
  });

  it("can go when it was not used for a day", () => {
    expect(verdict(two({}, { lastUsedAt: "2026-11-20T12:00:00Z" }))).toEqual({
      kind: "unusedSince",
      at: "2026-11-20T12:00:00Z",
    });
    expect(verdict(two({}, {}))).toEqual({ kind: "unused" });
  });

  it("is a riddle where uses are not recorded, unless one is", () => {
    expect(verdict(two({}, {}, false))).toEqual({ kind: "notRecorded" });
    expect(verdict(two({}, { lastUsedAt: "2026-11-20T12:00:00Z" }, false))).toEqual({ kind: "notRecorded" });
    expect(verdict(two({ lastUsedAt: "2026-11-25T12:00:01Z" }, used("2026-11-25T12:00:00Z"), false)).kind).toBe("inUse");
  });
});

describe("an answer", () => {
  const credential = { id: "1", clientId: "c", name: "Reader", permissionSet: "wallets", enabled: true, status: "enabled" as const };

  it("is kept without the secret, and without the link", () => {
    const delivery = { expiresAt: "2026-11-25T12:00:00Z", open: true };
    expect(withoutSecret({ ...credential, clientSecret: "kac_x" })).toEqual(credential);
    expect(withoutSecret({ ...credential, delivery, link: "https://id/link" })).toEqual({ ...credential, delivery });
  });
});

it("knows what has become of a link", () => {
  const expiresAt = "2026-11-25T12:00:00Z";
  expect(stateOf({ expiresAt, open: true })).toBe("open");
  expect(stateOf({ expiresAt, open: false, pickedUpAt: "2026-11-25T11:00:00Z" })).toBe("pickedUp");
  expect(stateOf({ expiresAt, open: false })).toBe("ended");
});

describe("an overlap", () => {
  it.each([
    [undefined, ["PT0S", "P1D", "P7D", "P30D"]],
    [{}, ["PT0S", "P1D", "P7D", "P30D"]],
    [{ rotation: { maxOverlap: "P7D", everyDays: 90 } }, ["PT0S", "P1D", "P7D"]],
    [{ rotation: { maxOverlap: "P14D" } }, ["PT0S", "P1D", "P7D", "P14D"]],
    [{ rotation: { maxOverlap: "PT36H" } }, ["PT0S", "P1D", "PT129600S"]],
    [{ rotation: { everyDays: 3 } }, ["PT0S", "P1D", "P3D"]],
    [{ rotation: { maxOverlap: "PT0S" } }, ["PT0S"]],
  ])("is what the realm allows: %j", (settings, overlaps) => {
    expect(overlapsOf(settings)).toEqual(overlaps);
  });

  it("is a week at first, or less where that is too long", () => {
    expect(usualOverlap(overlapsOf(undefined))).toBe("P7D");
    expect(usualOverlap(overlapsOf({ rotation: { maxOverlap: "P14D" } }))).toBe("P7D");
    expect(usualOverlap(overlapsOf({ rotation: { maxOverlap: "PT36H" } }))).toBe("PT129600S");
    expect(usualOverlap(overlapsOf({ rotation: { maxOverlap: "PT0S" } }))).toBe("PT0S");
    expect(usualOverlap([])).toBeUndefined();
  });
});
