import type { Use } from "../api/types";

/** How long a token of a credential is valid at most. */
const TOKEN_LIFE_MILLIS = 60 * 60 * 1000;

/** The latest use that was accepted, out of uses of which the latest is the first. */
export function lastAccepted(uses: Use[]): Use | undefined {
  return uses.find((use) => use.accepted);
}

/** Until when a token may be valid that was issued then; undefined when that is over. */
export function validUntil(issued: string, now: Date): string | undefined {
  const end = Date.parse(issued) + TOKEN_LIFE_MILLIS;
  return end > now.getTime() ? new Date(end).toISOString() : undefined;
}
