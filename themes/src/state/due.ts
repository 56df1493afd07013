import type { Credential, Settings } from "../api/types";

const DAY_MILLIS = 24 * 60 * 60 * 1000;
/** How long before it is due it is told, as the server's filter has it. */
const DAYS_BEFORE_EXPIRY = 30;
const DAYS_BEFORE_ROTATION = 14;

/** What somebody has to do soon, or should have done. */
export interface Due {
  kind: "expiry" | "rotation";
  at: string;
}

export function duesOf({ status, expiresAt, secrets }: Credential, settings: Settings | undefined, now: Date): Due[] {
  const dues: Due[] = [];
  // An expired one has a label that says so.
  if (expiresAt && status !== "expired" && isWithin(expiresAt, DAYS_BEFORE_EXPIRY, now)) {
    dues.push({ kind: "expiry", at: expiresAt });
  }
  const rotation = rotationDue(secrets?.[0]?.createdAt, settings);
  if (rotation !== undefined && isWithin(rotation, DAYS_BEFORE_ROTATION, now)) {
    dues.push({ kind: "rotation", at: rotation });
  }
  return dues;
}

/** By when the realm asks for another secret than one that was made then; undefined when it asks for none. */
export function rotationDue(createdAt: string | undefined, settings: Settings | undefined): string | undefined {
  const everyDays = settings?.rotation?.everyDays;
  return everyDays === undefined || createdAt === undefined
    ? undefined
    : new Date(Date.parse(createdAt) + everyDays * DAY_MILLIS).toISOString();
}

function isWithin(instant: string, days: number, now: Date): boolean {
  return Date.parse(instant) <= now.getTime() + days * DAY_MILLIS;
}
