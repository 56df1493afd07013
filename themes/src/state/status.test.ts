import { expect, it } from "vitest";
import type { Credential } from "../api/types";
import { pickUpOf, refusalOf } from "./status";

const credential: Credential = { id: "1", clientId: "c", name: "Reader", permissionSet: "wallets", enabled: true };

it("says why an enabled credential cannot authenticate", () => {
  expect(refusalOf({ ...credential, refusal: "admin_roles" })).toBe("admin_roles");
});

it("tells one whose secret can still be picked up from one whose link works no more", () => {
  const waiting = { ...credential, refusal: "no_secret" };
  const expiresAt = "2026-11-25T12:00:00Z";
  expect(pickUpOf({ ...waiting, delivery: { expiresAt, open: true } })).toBe("open");
  expect(pickUpOf({ ...waiting, delivery: { expiresAt, open: false } })).toBe("missed");
  expect(pickUpOf(waiting)).toBe("missed");
});

it("waits for nobody where there is a secret, or all is off", () => {
  const delivery = { expiresAt: "2026-11-25T12:00:00Z", open: true };
  expect(pickUpOf({ ...credential, delivery })).toBeUndefined();
  expect(pickUpOf({ ...credential, delivery, enabled: false, refusal: "disabled" })).toBeUndefined();
});

it("says nothing of one that can, or is disabled", () => {
  expect(refusalOf(credential)).toBeUndefined();
  expect(refusalOf({ ...credential, enabled: false, refusal: "disabled" })).toBeUndefined();
  expect(refusalOf({ ...credential, enabled: false, refusal: "admin_roles" })).toBeUndefined();
});
