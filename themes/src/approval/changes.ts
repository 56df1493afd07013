import type { Approval } from "../api/approvalTypes";
import type { Permission } from "../api/types";
import { coverageOf } from "../form/addresses";
import { isWider } from "../form/permissionChecks";
import { permissionText } from "../form/permissions";

/** Something that is to come, or to go. */
export interface Marked<T> {
  value: T;
  isAdded: boolean;
}

/** An entry of the IP addresses with how many addresses it has. */
export interface AddressChange extends Marked<string> {
  addresses: number;
}

export interface PermissionChange extends Marked<Permission> {
  /** Another permission allows it anyway: one in force what is added, one that stays what is removed. */
  isCovered: boolean;
}

/** What comes first, then what goes. */
function marked<T>({ added, removed }: { added: T[]; removed: T[] }): Marked<T>[] {
  return [
    ...added.map((value) => ({ value, isAdded: true })),
    ...removed.map((value) => ({ value, isAdded: false })),
  ];
}

export function addressChanges({ difference }: Approval): AddressChange[] {
  return marked(difference?.addresses ?? { added: [], removed: [] }).map((change) => ({
    ...change,
    addresses: coverageOf([change.value]).addresses,
  }));
}

export function permissionChanges({ difference, base, proposed }: Approval): PermissionChange[] {
  return marked(difference?.permissions ?? { added: [], removed: [] }).map((change) => {
    const others = (change.isAdded ? base : proposed)?.permissions ?? [];
    return { ...change, isCovered: others.some((other) => allows(other, change.value)) };
  });
}

/** Whether it replaces what is in force; other operations leave it, and have terms of their own. */
export function replaces({ operation }: Approval): boolean {
  return ["create", "update", "settings"].includes(operation);
}

/** The fields with what they were and are to be, in parts such as the lines of an owner. */
export function fieldChanges({ difference }: Approval): { field: string; before: string[]; after: string[] }[] {
  return (difference?.fields ?? [])
    // What enabling does says its name, and that no token is ended is no change.
    .filter(({ field, after }) => field !== "enabled" && !(field === "revokeTokens" && after === false))
    .map(({ field, before, after }) => ({ field, before: partsOf(before), after: partsOf(after) }));
}

/** The texts in a value, of whatever form it is. */
export function partsOf(value: unknown): string[] {
  if (value === undefined || value === null || value === "") {
    return [];
  }
  return typeof value === "object" ? Object.values(value).flatMap(partsOf) : [String(value)];
}

function allows(one: Permission, other: Permission): boolean {
  const reach = ({ type, action, scope, resource = "" }: Permission) => ({ type, action, scope, resource });
  return permissionText(one) === permissionText(other) || isWider(reach(one), reach(other));
}
