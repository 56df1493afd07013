import { isInstant } from "../form/dates";

const SOON_MILLIS = 7 * 24 * 60 * 60 * 1000;

/** Whether an end takes time away: there was none, or a later one. A blank one is none. */
export function endsEarlier(before: string, expiresAt: string): boolean {
  return isInstant(expiresAt) && (before === "" || Date.parse(expiresAt) < Date.parse(before));
}

/** Whether there may be no time left to give clients another credential. */
export function isSoon(expiresAt: string, now: Date): boolean {
  return Date.parse(expiresAt) - now.getTime() < SOON_MILLIS;
}
