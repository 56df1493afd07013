import { describe, expect, it } from "vitest";
import type { Activity } from "../api/activityTypes";
import type { Credential } from "../api/types";
import { firstUse, newestSecret, withAddress } from "./firstUse";

const AT = "2026-11-25T12:00:00Z";
const EARLIER = "2026-11-25T11:00:00Z";
const activity = (change: Partial<Activity> = {}): Activity => ({
  recorded: true,
  from: "2026-11-24T13:00:00Z",
  to: "2026-11-25T13:00:00Z",
  bucket: "hour",
  accepted: 0,
  refused: 0,
  buckets: [],
  addresses: [],
  secrets: [],
  reasons: [],
  ...change,
});
const from = (address: string, refused: number, lastAt = AT) => ({ address, accepted: 0, refused, lastAt });
const refused = (reason: string, count: number, lastAt = AT) => ({ reason, refused: count, lastAt });
const credential = (change: Partial<Credential> = {}): Credential => ({
  id: "7",
  clientId: "apicred-7",
  name: "Balance reader",
  permissionSet: "wallets",
  enabled: true,
  status: "enabled",
  allowedIps: ["203.0.113.7"],
  permissions: [{ type: "balances", action: "read", scope: "org" }],
  ...change,
});

describe("the first use of a secret", () => {
  it("is awaited", () => {
    expect(firstUse(undefined, activity(), "new")).toEqual({ kind: "waiting" });
  });

  it("is an accepted one of this secret, and not of the one before", () => {
    const secrets = [{ id: "old", accepted: 9, refused: 0, lastAt: AT }];
    expect(firstUse(activity(), activity({ secrets }), "new").kind).toBe("waiting");
    secrets.push({ id: "new", accepted: 1, refused: 0, lastAt: AT });
    expect(firstUse(activity(), activity({ secrets }), "new")).toEqual({ kind: "accepted", at: AT });
  });

  it("is a refused one with its reason and address", () => {
    const now = activity({ reasons: [refused("address_not_allowed", 1)], addresses: [from("198.51.100.9", 1)] });
    expect(firstUse(undefined, now, "new")).toEqual({
      kind: "refused",
      at: AT,
      reason: "address_not_allowed",
      address: "198.51.100.9",
    });
  });

  it("is not one that was refused before the secret was shown", () => {
    const before = activity({
      reasons: [refused("unknown_secret", 2, EARLIER)],
      addresses: [from("192.0.2.1", 2, EARLIER)],
    });
    expect(firstUse(before, before, "new").kind).toBe("waiting");
    const now = activity({
      reasons: [...before.reasons, refused("address_not_allowed", 1)],
      addresses: [...before.addresses, from("198.51.100.9", 1)],
    });
    expect(firstUse(before, now, "new")).toMatchObject({ reason: "address_not_allowed", address: "198.51.100.9" });
  });

  it("is the latest one, and of no address where two come into question", () => {
    const reasons = [refused("address_not_allowed", 1), refused("unknown_secret", 1, EARLIER)];
    const two = [from("198.51.100.9", 1), from("192.0.2.1", 1, EARLIER)];
    expect(firstUse(undefined, activity({ reasons, addresses: two }), "new")).toMatchObject({
      reason: "address_not_allowed",
      address: "198.51.100.9",
    });
    const alike = [from("198.51.100.9", 1), from("192.0.2.1", 1)];
    expect(firstUse(undefined, activity({ reasons, addresses: alike }), "new")).toMatchObject({ address: undefined });
  });

  it("is accepted even if others were refused", () => {
    const now = activity({
      reasons: [refused("address_not_allowed", 1)],
      secrets: [{ id: "new", accepted: 1, refused: 0, lastAt: EARLIER }],
    });
    expect(firstUse(undefined, now, "new").kind).toBe("accepted");
  });
});

describe("the newest secret", () => {
  it("is the one that was made last", () => {
    const secrets = [{ id: "old", createdAt: EARLIER }, { id: "new", createdAt: AT }];
    expect(newestSecret(credential({ secrets }))).toBe("new");
    expect(newestSecret(credential({ secrets: secrets.toReversed() }))).toBe("new");
    expect(newestSecret(credential())).toBeUndefined();
  });
});

describe("an address more", () => {
  it("is put at the end of the list, and all else stays", () => {
    const read = credential({ description: "Daily report" });
    expect(withAddress(read, "198.51.100.9")).toEqual({
      name: read.name,
      description: read.description,
      allowedIps: ["203.0.113.7", "198.51.100.9"],
      permissions: read.permissions,
    });
  });

  it("is not put where it does not belong", () => {
    const six = ["1", "2", "3", "4", "5", "6"].map((end) => `203.0.113.${end}`);
    expect(withAddress(credential({ allowedIps: six }), "198.51.100.9")).toBeUndefined();
    expect(withAddress(credential({ allowedIps: ["0.0.0.0/0"] }), "198.51.100.9")).toBeUndefined();
    expect(withAddress(credential({ allowedIps: ["198.51.100.0/24"] }), "198.51.100.9")).toBeUndefined();
    expect(withAddress(credential({ allowedIps: undefined }), "198.51.100.9")).toBeUndefined();
    expect(withAddress(credential({ permissions: undefined }), "198.51.100.9")).toBeUndefined();
    expect(withAddress(credential(), "unknown")).toBeUndefined();
    expect(withAddress(credential(), "2001:db8::1")).toBeUndefined();
  });
});
