import type { StopUses } from "../api/stopTypes";
import type { WhatIf } from "../api/whatIfTypes";
import { type Gap, gapOf, type LastAccepted } from "./activity";

const HOUR_MILLIS = 60 * 60 * 1000;

/** What would stop with a credential. */
export interface Stops {
  /** Since when the tokens are counted that follow: the present hour and the 23 before it. */
  since: string;
  /** Accepted uses; each has issued a token. */
  tokens: number;
  /** From how many addresses these came. */
  addresses: number;
  /** Whether some of these addresses were not told apart, so that there may be more. */
  hasMore: boolean;
  last: LastAccepted | undefined;
  /** When the last token ends, or at the latest; undefined when none can be valid any more. */
  until: string | undefined;
  /** What was not counted of the time since then; undefined where all of it was. */
  gap: Gap | undefined;
}

/** What would stop, from what the server says of disabling or deleting. */
export function stopsOf(answer: WhatIf, createdAt: string | undefined): Stops {
  const { period, acceptedInLastDay, addressesInLastDay, lastUsedAt, tokensEndAt, wouldRefuse } = answer;
  const since = lastDayOf(period.to);
  const isOthers = ({ address }: { address: string }) => address === "others";
  return {
    since,
    tokens: acceptedInLastDay,
    addresses: addressesInLastDay,
    hasMore: wouldRefuse.byAddress.some((one) => isOthers(one) && one.lastAt >= since),
    last: lastUsedAt === undefined ? undefined : { at: lastUsedAt, from: fromOf(answer, lastUsedAt) },
    until: stillTo(tokensEndAt, period.to),
    gap: gapOf({ ...period, from: since }, createdAt),
  };
}

/** What would stop with many credentials together; undefined when that could not be found out. */
export function stopsOfMany({ period, accepted, addresses, lastUsedAt, tokensEndBy }: StopUses): Stops | undefined {
  if (accepted === undefined || addresses === undefined) {
    return undefined;
  }
  return {
    since: period.from,
    tokens: accepted,
    addresses,
    hasMore: false,
    last: lastUsedAt === undefined ? undefined : { at: lastUsedAt },
    until: stillTo(tokensEndBy, period.to),
    gap: gapOf(period, undefined),
  };
}

function stillTo(end: string | undefined, now: string): string | undefined {
  return end !== undefined && Date.parse(end) > Date.parse(now) ? end : undefined;
}

/** The beginning of the 23rd hour before the one of this instant, as the server counts whole hours. */
export function lastDayOf(instant: string): string {
  const hour = Math.floor(Date.parse(instant) / HOUR_MILLIS);
  return new Date((hour - 23) * HOUR_MILLIS).toISOString();
}

/** Where the last use came from, as far as that is known. */
function fromOf({ wouldRefuse }: WhatIf, lastUsedAt: string): string | undefined {
  const address = wouldRefuse.byAddress.find(({ lastAt }) => lastAt === lastUsedAt)?.address;
  return address === "others" || address === "unknown" ? undefined : address;
}
