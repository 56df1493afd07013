import type { CatalogueEntry, PermissionSet } from "../api/types";
import { isEverywhere, type PermissionField, type PermissionRow, scopesOf } from "./permissions";

export const MAX_RESOURCE = 64;

const RESOURCE = /^[A-Za-z0-9._:-]*$/;

/** What is wrong with each row, as the key of a message; undefined where nothing is. */
export function checkPermissions(catalogue: CatalogueEntry[], rows: PermissionRow[]): (string | undefined)[] {
  return rows.map((row, index) => {
    if (!scopesOf(catalogue, row.type, row.action).includes(row.scope)) {
      return [row.type, row.action, row.scope].includes("") ? "incomplete" : "notOffered";
    }
    if (!RESOURCE.test(row.resource)) {
      return "resourceCharacters";
    }
    if (row.resource.length > MAX_RESOURCE) {
      return "resourceLength";
    }
    return rows.slice(0, index).some((earlier) => isSame(earlier, row)) ? "duplicate" : undefined;
  });
}

export function arePermissionsValid(set: PermissionSet, rows: PermissionRow[]): boolean {
  return rows.length > 0 && checkPermissions(set.catalogue, rows).every((problem) => problem === undefined);
}

/** The controls of a row that can be wrong by themselves; where a combination is, it begins with the type. */
export function controlAtFault(row: PermissionRow, problem: string): PermissionField {
  if (problem.startsWith("resource")) {
    return "resource";
  }
  return (["type", "action", "scope"] as const).find((field) => row[field] === "") ?? "type";
}

/** For each row, the index of another one that already allows all of it; undefined where there is none. */
export function widerRows(rows: PermissionRow[]): (number | undefined)[] {
  return rows.map((row) => {
    const wider = rows.findIndex((other) => other !== row && isWider(other, row));
    return wider < 0 ? undefined : wider;
  });
}

/** A scope other than everything may reach into another one, so only the same one is compared. */
function isWider(one: PermissionRow, other: PermissionRow): boolean {
  if (one.type === "" || one.type !== other.type || one.action === "" || one.action !== other.action) {
    return false;
  }
  return isEverywhere(one)
    ? !isEverywhere(other) && other.scope !== ""
    : one.scope === other.scope && one.scope !== "" && one.resource === "" && other.resource !== "";
}

function isSame(one: PermissionRow, other: PermissionRow): boolean {
  return (
    one.type === other.type &&
    one.action === other.action &&
    one.scope === other.scope &&
    one.resource === other.resource
  );
}
