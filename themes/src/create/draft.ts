import type { PermissionSet, Settings } from "../api/types";
import { type Addresses, areAddressesValid } from "../form/addresses";
import { type DeliveryChoice, SHOWN_HERE } from "../form/delivery";
import { isLifeValid, type Life, NO_LIFE } from "../form/life";
import { arePermissionsValid } from "../form/permissionChecks";
import { type PermissionRow, rowsOf } from "../form/permissions";
import { areTextsValid, type Texts } from "../form/text";

export const STEPS = ["set", "texts", "addresses", "permissions", "review"] as const;
export type Step = (typeof STEPS)[number];

/** An attempt whose answer never came: what there was of this name before it. */
export interface LostAttempt {
  name: string;
  known: string[];
}

/** What is being created: everything that is typed and chosen, and how far somebody has come. Never a secret. */
export interface Draft {
  step: Step;
  set?: string;
  texts: Texts;
  life: Life;
  addresses: Addresses;
  delivery: DeliveryChoice;
  /** Why it is asked for, where it waits for approval. */
  reason: string;
  /** The permissions of each set, as they were edited. */
  rows: Record<string, PermissionRow[]>;
  /** The set whose present permissions have been shown. */
  seen?: string;
  lost?: LostAttempt;
}

export const EMPTY: Draft = {
  step: "set",
  texts: { name: "", description: "" },
  life: NO_LIFE,
  addresses: { areLimited: true, entries: [""] },
  delivery: SHOWN_HERE,
  reason: "",
  rows: {},
};

/** Chooses a set. What was edited of another one is kept with it, and has to be looked at again. */
export function withSet(draft: Draft, set: PermissionSet): Draft {
  return {
    ...draft,
    set: set.type,
    rows: { [set.type]: rowsOf(set.defaultPermissions), ...draft.rows },
    seen: draft.seen === set.type ? draft.seen : undefined,
  };
}

export function withStep(draft: Draft, step: Step): Draft {
  return { ...draft, step, seen: step === "permissions" ? draft.set : draft.seen };
}

/** Whether leaving would lose more than the choice of a set. */
export function isTouched({ texts, life, addresses, rows }: Draft, sets: PermissionSet[]): boolean {
  return (
    JSON.stringify(life) !== JSON.stringify(NO_LIFE) ||
    texts.name !== "" ||
    texts.description !== "" ||
    !addresses.areLimited ||
    addresses.entries.some((entry) => entry !== "") ||
    sets.some(({ type, defaultPermissions }) => rows[type] && !isSame(rows[type], rowsOf(defaultPermissions)))
  );
}

/**
 * The steps that can be gone to: each needs those before it to be right, and the last one the permissions to be seen.
 *
 * @param settings undefined where it is not known what the realm asks for
 */
export function reachable(draft: Draft, sets: PermissionSet[], settings?: Settings): Record<Step, boolean> {
  const set = sets.find(({ type }) => type === draft.set);
  const texts = set !== undefined;
  const addresses = texts && areTextsValid(draft.texts) && isLifeValid(draft.life, settings, new Date());
  const permissions = addresses && areAddressesValid(draft.addresses);
  const review = permissions && arePermissionsValid(set, draft.rows[set.type] ?? []);
  return { set: true, texts, addresses, permissions, review: review && draft.seen === set.type };
}

/** What was kept, as far as it still makes sense; undefined when there is nothing of it. */
export function restored(kept: string | null, sets: PermissionSet[]): Draft | undefined {
  if (kept === null) {
    return undefined;
  }
  try {
    const draft: Draft = { ...EMPTY, ...JSON.parse(kept) };
    const may = reachable(draft, sets);
    const last = STEPS.indexOf(draft.step);
    return { ...draft, step: STEPS.findLast((step, index) => index <= last && may[step]) ?? "set" };
  } catch {
    return undefined;
  }
}

function isSame(one: PermissionRow[], other: PermissionRow[]): boolean {
  const text = (rows: PermissionRow[]) =>
    JSON.stringify(rows.map(({ type, action, scope, resource }) => [type, action, scope, resource]));
  return text(one) === text(other);
}
