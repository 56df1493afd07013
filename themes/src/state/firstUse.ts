import type { Activity } from "../api/activityTypes";
import type { Content, Credential } from "../api/types";
import { checkAddress, coverageOf, isAllAddresses, MAX_ADDRESSES } from "../form/addresses";

/** What a client has tried with a new secret: nothing yet, a token, or a use that was refused. */
export type FirstUse =
  | { kind: "waiting" }
  | { kind: "accepted"; at: string }
  | { kind: "refused"; at: string; reason: string; address: string | undefined };

/**
 * What has happened since the secret was shown.
 *
 * @param before what was counted when it was shown, or undefined for a credential that is new
 * @param secretId of the new secret
 */
export function firstUse(before: Activity | undefined, now: Activity, secretId: string): FirstUse {
  const used = now.secrets.find(({ id, accepted }) => id === secretId && accepted > 0);
  if (used) {
    return { kind: "accepted", at: used.lastAt };
  }
  const latest = now.reasons
    .filter(({ reason, refused }) => refused > (before?.reasons.find((one) => one.reason === reason)?.refused ?? 0))
    .reduce<Activity["reasons"][number] | undefined>((last, one) => (last && last.lastAt > one.lastAt ? last : one), undefined);
  return latest
    ? { kind: "refused", at: latest.lastAt, reason: latest.reason, address: refusedFrom(before, now, latest.lastAt) }
    : { kind: "waiting" };
}

/** The address of a refused use, where only one comes into question. */
function refusedFrom(before: Activity | undefined, now: Activity, at: string): string | undefined {
  const refused = now.addresses.filter(
    ({ address, refused }) => refused > (before?.addresses.find((one) => one.address === address)?.refused ?? 0),
  );
  const last = refused.filter(({ lastAt }) => lastAt === at);
  const found = last.length === 1 ? last : refused;
  return found.length === 1 ? found[0]!.address : undefined;
}

/** The id of the newest secret of a credential. */
export function newestSecret({ secrets = [] }: Credential): string | undefined {
  return secrets.reduce<(typeof secrets)[number] | undefined>(
    (newest, one) => (newest && (newest.createdAt ?? "") >= (one.createdAt ?? "") ? newest : one),
    undefined,
  )?.id;
}

/** The content with an address more on the list; undefined where it cannot be added, or would add nothing. */
export function withAddress(read: Credential, address: string): Content | undefined {
  const { name, description, allowedIps, permissions } = read;
  if (!allowedIps || !permissions || isAllAddresses(allowedIps) || allowedIps.length >= MAX_ADDRESSES) {
    return undefined;
  }
  const longer = [...allowedIps, address];
  const isNew = checkAddress(address) === undefined && coverageOf(longer).addresses > coverageOf(allowedIps).addresses;
  return isNew ? { name, description, allowedIps: longer, permissions } : undefined;
}
