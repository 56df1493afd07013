import type { Activity } from "../api/activityTypes";
import type { Credential, Settings } from "../api/types";
import { type Gap, gapOf, type LastAccepted } from "./activity";

/** How long a token is valid where neither the credential nor the realm says so, in seconds. */
const TOKEN_LIFE = 60 * 60;

/** What of the last 24 hours would stop with a credential. */
export interface Stops {
  /** Accepted uses; each has issued a token. */
  tokens: number;
  /** From how many addresses these came. */
  addresses: number;
  /** Whether there were more addresses, which nobody has counted. */
  hasMore: boolean;
  last: LastAccepted | undefined;
  /** When the last token ends; undefined when none can be valid any more. */
  until: string | undefined;
  /** What was not counted; undefined where all of it was. */
  gap: Gap | undefined;
}

/**
 * What would stop, from the activity of the last 24 hours by hour; undefined when nobody knows, since uses are not counted.
 *
 * @param tokenLife in seconds
 */
export function stopsOf(
  activity: Activity,
  last: LastAccepted | undefined,
  createdAt: string | undefined,
  tokenLife: number,
  now: Date,
): Stops | undefined {
  if (!activity.recorded) {
    return undefined;
  }
  const used = activity.addresses.filter(({ accepted }) => accepted > 0);
  const named = used.filter(({ address }) => address !== "others");
  return {
    tokens: activity.accepted,
    addresses: named.length,
    hasMore: named.length < used.length,
    last,
    until: last && validUntil(last.at, tokenLife, now),
    gap: gapOf(activity, createdAt),
  };
}

/** For how many seconds a token of a credential is valid at most. */
export function tokenLifeOf(credential: Credential, settings: Settings | undefined): number {
  return Math.min(credential.tokenLifespan ?? TOKEN_LIFE, settings?.tokenLifespan ?? TOKEN_LIFE);
}

function validUntil(issued: string, tokenLife: number, now: Date): string | undefined {
  const end = Date.parse(issued) + tokenLife * 1000;
  return end > now.getTime() ? new Date(end).toISOString() : undefined;
}
