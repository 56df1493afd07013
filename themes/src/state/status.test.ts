import { expect, it } from "vitest";
import type { Credential } from "../api/types";
import { refusalOf } from "./status";

const credential: Credential = { id: "1", clientId: "c", name: "Reader", permissionSet: "wallets", enabled: true };

it("says why an enabled credential cannot authenticate", () => {
  expect(refusalOf({ ...credential, refusal: "admin_roles" })).toBe("admin_roles");
});

it("says nothing of one that can, or is disabled", () => {
  expect(refusalOf(credential)).toBeUndefined();
  expect(refusalOf({ ...credential, enabled: false, refusal: "disabled" })).toBeUndefined();
  expect(refusalOf({ ...credential, enabled: false, refusal: "admin_roles" })).toBeUndefined();
});
