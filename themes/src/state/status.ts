import type { Credential } from "../api/types";

/** Whether it would work, were the time for which it was given not over: it has a word of its own. */
export function isExpired({ status, refusal }: Credential): boolean {
  // The status may say instead what waits for approval.
  return status === "expired" || refusal === "expired";
}

/** What has become of a credential that was to be created with approval, as long as it was never in force. */
export function creationOf({ status, pickUp }: Credential): "waiting" | "approved" | "rejected" | undefined {
  switch (status) {
    case "creation_approval_pending":
      return "waiting";
    case "creation_approval_complete":
      return pickUp?.operation === "rotate" ? undefined : "approved";
    case "rejected":
      return "rejected";
    default:
      return undefined;
  }
}

/** Whether it was never in force: all that can be done with it is to delete it. */
export function isUnapproved(credential: Credential): boolean {
  const creation = creationOf(credential);
  return creation === "waiting" || creation === "rejected";
}

/** What can be done with it as a whole. While something waits, nothing else can be asked for; to disable never waits. */
export function actsOn(credential: Credential): ("enable" | "disable" | "delete")[] {
  const { enabled, pending } = credential;
  if (isUnapproved(credential)) {
    return ["delete"];
  }
  if (pending) {
    return enabled ? ["disable"] : [];
  }
  return [enabled ? "disable" : "enable", "delete"];
}

/** What has become of the first secret, as long as nobody has it: it can be picked up, or its link works no more. */
export function pickUpOf(credential: Credential): "open" | "missed" | undefined {
  return refusalOf(credential) === "no_secret" ? (credential.delivery?.open ? "open" : "missed") : undefined;
}

/** Why an enabled credential cannot authenticate, as a code; undefined when it can, or is disabled, which is no fault. */
export function refusalOf({ enabled, refusal }: Credential): string | undefined {
  return enabled && refusal !== "disabled" ? refusal : undefined;
}
