import type { Credential } from "../api/types";

/** Why an enabled credential cannot authenticate, as a code; undefined when it can, or is disabled, which is no fault. */
export function refusalOf({ enabled, refusal }: Credential): string | undefined {
  return enabled && refusal !== "disabled" ? refusal : undefined;
}
