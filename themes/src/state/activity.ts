import type { Activity, Bucket } from "../api/activityTypes";
import type { Secrets } from "../api/secretTypes";

const LENGTHS = { hour: 60 * 60 * 1000, day: 24 * 60 * 60 * 1000 };

/** All days or hours of an activity in their order, also those without a use. */
export function bucketsOf({ from, to, bucket, buckets }: Activity): Bucket[] {
  const known = new Map(buckets.map((one) => [Date.parse(one.from), one]));
  const filled: Bucket[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += LENGTHS[bucket]) {
    filled.push(known.get(at) ?? { from: new Date(at).toISOString(), accepted: 0, refused: 0 });
  }
  return filled;
}

/** That not all uses of a credential were counted in a time: only since then, or nobody knows since when. */
export interface Gap {
  since?: string;
}

/** What was not counted; undefined when counting began before the time, or before the credential was created. */
export function gapOf(time: { from: string; recordedSince?: string }, createdAt: string | undefined): Gap | undefined {
  const { from, recordedSince: since } = time;
  if (since === undefined) {
    return {};
  }
  const begin = Math.max(Date.parse(from), createdAt === undefined ? 0 : Date.parse(createdAt));
  return Date.parse(since) > begin ? { since } : undefined;
}

/** The last accepted use, and the address it came from as far as that is known. */
export interface LastAccepted {
  at: string;
  from?: string;
}

/** The last accepted use of a credential: what is known of its secrets names the address. */
export function lastAccepted({ lastUsedAt }: Activity, secrets: Secrets | undefined): LastAccepted | undefined {
  if (lastUsedAt === undefined) {
    return undefined;
  }
  const used = secrets?.secrets.find((secret) => secret.lastUsedAt === lastUsedAt);
  return { at: lastUsedAt, from: used?.lastUsedFrom };
}
