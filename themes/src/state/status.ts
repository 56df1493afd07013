import type { Credential } from "../api/types";

/** Whether it would work, were the time for which it was given not over: it has a word of its own. */
export function isExpired({ status }: Credential): boolean {
  return status === "expired";
}

/** What has become of the first secret, as long as nobody has it: it can be picked up, or its link works no more. */
export function pickUpOf(credential: Credential): "open" | "missed" | undefined {
  return refusalOf(credential) === "no_secret" ? (credential.delivery?.open ? "open" : "missed") : undefined;
}

/** Why an enabled credential cannot authenticate, as a code; undefined when it can, or is disabled, which is no fault. */
export function refusalOf({ enabled, refusal }: Credential): string | undefined {
  return enabled && refusal !== "disabled" ? refusal : undefined;
}
