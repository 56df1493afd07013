import { expect, it } from "vitest";
import type { Pending } from "../api/requestTypes";
import type { Credential } from "../api/types";
import { actsOn, creationOf, isExpired, pickUpOf, refusalOf } from "./status";

const credential: Credential = {
  id: "1",
  clientId: "c",
  name: "Reader",
  permissionSet: "wallets",
  enabled: true,
  status: "enabled",
};

it("says why an enabled credential cannot authenticate", () => {
  expect(refusalOf({ ...credential, refusal: "admin_roles" })).toBe("admin_roles");
});

it("tells one whose secret can still be picked up from one whose link works no more", () => {
  const waiting: Credential = { ...credential, refusal: "no_secret" };
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

const pending: Pending = {
  id: "1.0a1b2c3d",
  operation: "update",
  requestedBy: "u",
  requestedAt: "2026-11-25T12:00:00Z",
  expiresAt: "2026-11-25T13:00:00Z",
  digest: "sha256:00",
  proposed: {},
  votes: [],
  required: 1,
};
const pickUp = { requestId: pending.id, operation: "create" as const, requestedBy: "u", approvedAt: "2026-11-25T12:30:00Z" };

it("tells what has become of a creation that waited for approval", () => {
  const of = (status: Credential["status"], change = {}) => creationOf({ ...credential, status, ...change });
  expect(of("creation_approval_pending")).toBe("waiting");
  expect(of("creation_approval_complete", { pickUp })).toBe("approved");
  expect(of("rejected")).toBe("rejected");
});

it("says that a credential works while something else of it waits", () => {
  const of = (status: Credential["status"], change = {}) => creationOf({ ...credential, status, ...change });
  expect(of("modification_approval_pending", { pending })).toBeUndefined();
  expect(of("creation_approval_complete", { pickUp: { ...pickUp, operation: "rotate" } })).toBeUndefined();
  expect(of("enabled")).toBeUndefined();
});

it("offers nothing that would have to wait behind a request, and to disable always", () => {
  expect(actsOn(credential)).toEqual(["disable", "delete"]);
  expect(actsOn({ ...credential, enabled: false })).toEqual(["enable", "delete"]);
  expect(actsOn({ ...credential, pending })).toEqual(["disable"]);
  expect(actsOn({ ...credential, enabled: false, pending })).toEqual([]);
  expect(actsOn({ ...credential, pickUp })).toEqual(["disable", "delete"]);
});

it("offers only to delete what was never in force", () => {
  const never = { ...credential, enabled: false };
  expect(actsOn({ ...never, status: "creation_approval_pending", pending })).toEqual(["delete"]);
  expect(actsOn({ ...never, status: "rejected" })).toEqual(["delete"]);
});

it("says that it has expired though the status says what waits", () => {
  expect(isExpired({ ...credential, status: "expired" })).toBe(true);
  expect(isExpired({ ...credential, status: "modification_approval_pending", refusal: "expired" })).toBe(true);
  expect(isExpired({ ...credential, status: "modification_approval_pending" })).toBe(false);
});
