import type { Delivery, SecretWithUses, Secrets } from "../api/secretTypes";
import type { Credential, IssuedCredential, Settings } from "../api/types";
import { secondsOf } from "../page/time";

const DAY_SECONDS = 24 * 60 * 60;
/** The longest time for which two secrets can work, in days, whatever the realm says. */
const MOST_DAYS = 30;

/** Whether the secret that was replaced can be ended without harm, as far as anybody knows. */
export type Verdict =
  | { kind: "notRecorded" }
  /** It was used within a day, and not the new one after it. */
  | { kind: "inUse"; at: string; from: string | undefined }
  /** It was used within a day, and since then only the new one was. */
  | { kind: "moved"; at: string; from: string | undefined }
  | { kind: "unusedSince"; at: string }
  | { kind: "unused" };

/** Of two secrets that work, the one that was replaced. */
export function replacedOf({ secrets }: Secrets): SecretWithUses | undefined {
  return secrets.slice(1).find(({ inForce }) => inForce);
}

/** What of an answer may be kept: neither the secret nor the link to it. */
export function withoutSecret(issued: IssuedCredential): Credential {
  const { clientSecret, link, ...credential } = { clientSecret: "", link: "", ...issued };
  return credential;
}

/** What has become of the last link. */
export function stateOf({ open, pickedUpAt }: Delivery): "open" | "pickedUp" | "ended" {
  return open ? "open" : pickedUpAt === undefined ? "ended" : "pickedUp";
}

/** Whether a secret is in use: it was used within a day, and if it was replaced, not the new one after it. */
export function isInUse(secrets: Secrets, secret: SecretWithUses): boolean {
  const isUsed = secret.inForce && secret.usesInLastDay > 0;
  return isUsed && (secret === secrets.secrets[0] || verdictOf(secrets, secret).kind === "inUse");
}

/** What becomes of a secret that was replaced by another. */
export function verdictOf({ recorded, secrets }: Secrets, replaced: SecretWithUses): Verdict {
  const { lastUsedAt: at, lastUsedFrom: from, usesInLastDay } = replaced;
  if (at !== undefined && usesInLastDay > 0) {
    const newest = secrets[0]?.lastUsedAt;
    const isMoved = recorded && newest !== undefined && Date.parse(newest) > Date.parse(at);
    return { kind: isMoved ? "moved" : "inUse", at, from };
  }
  if (!recorded) {
    return { kind: "notRecorded" };
  }
  return at === undefined ? { kind: "unused" } : { kind: "unusedSince", at };
}

/** For how long the secret before may go on working after a rotation: none, a day, a week and the longest of the realm. */
export function overlapsOf(settings: Settings | undefined): string[] {
  const { maxOverlap, everyDays } = settings?.rotation ?? {};
  const longest = Math.min(
    secondsOf(maxOverlap ?? "") ?? MOST_DAYS * DAY_SECONDS,
    (everyDays ?? MOST_DAYS) * DAY_SECONDS,
    MOST_DAYS * DAY_SECONDS,
  );
  const days = [0, 1, 7].filter((count) => count * DAY_SECONDS <= longest);
  const offered = days.map((count) => (count === 0 ? "PT0S" : `P${count}D`));
  return days.some((count) => count * DAY_SECONDS === longest) ? offered : [...offered, durationOf(longest)];
}

function durationOf(seconds: number): string {
  return seconds % DAY_SECONDS === 0 ? `P${seconds / DAY_SECONDS}D` : `PT${seconds}S`;
}

/** The overlap to begin with: time to move the clients, but no more of it than a week; undefined with nothing to choose from. */
export function usualOverlap(overlaps: string[]): string | undefined {
  return overlaps.findLast((overlap) => secondsOf(overlap)! <= 7 * DAY_SECONDS);
}
