import type { CatalogueEntry, Permission, PermissionSet } from "../api/types";

export const MAX_PERMISSIONS = 100;
export const MAX_RESOURCE = 64;

/** The scope that reaches everything, and therefore has no resource. */
const EVERYTHING = "org";
const RESOURCE = /^[A-Za-z0-9._:-]*$/;

/** A permission as it is being chosen: empty texts are not chosen yet. The key tells rows apart. */
export interface PermissionRow {
  key: number;
  type: string;
  action: string;
  scope: string;
  resource: string;
}

export type PermissionField = "type" | "action" | "scope" | "resource";

export function rowsOf(permissions: Permission[]): PermissionRow[] {
  return permissions.map((permission, key) => ({ key, ...permission, resource: permission.resource ?? "" }));
}

/** What to send; a resource is left out where it is blank. */
export function permissionsOf(rows: PermissionRow[]): Permission[] {
  return rows.map(({ type, action, scope, resource }) => ({
    type,
    action,
    scope,
    ...(resource === "" ? {} : { resource }),
  }));
}

export function withNewRow(catalogue: CatalogueEntry[], rows: PermissionRow[]): PermissionRow[] {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, settle(catalogue, { key, type: "", action: "", scope: "", resource: "" })];
}

/** Changes one field of a row, and with it what can no longer be chosen below it. */
export function withField(
  catalogue: CatalogueEntry[],
  row: PermissionRow,
  field: PermissionField,
  value: string,
): PermissionRow {
  return settle(catalogue, { ...row, [field]: value });
}

export function typesOf(catalogue: CatalogueEntry[]): string[] {
  return unique(catalogue.map((entry) => entry.type));
}

export function actionsOf(catalogue: CatalogueEntry[], type: string): string[] {
  return unique(catalogue.filter((entry) => entry.type === type).map((entry) => entry.action));
}

export function scopesOf(catalogue: CatalogueEntry[], type: string, action: string): string[] {
  return unique(
    catalogue
      .filter((entry) => entry.type === type && entry.action === action)
      .flatMap((entry) => entry.scopes),
  );
}

export function isEverywhere(row: { scope: string }): boolean {
  return row.scope === EVERYTHING;
}

export function mayHaveResource(row: PermissionRow): boolean {
  return row.scope !== "" && row.scope !== EVERYTHING;
}

/** What is left when only reading is allowed. */
export function readOnly(rows: PermissionRow[]): PermissionRow[] {
  return rows.filter((row) => row.action === "read");
}

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

/** What is allowed at one place with one type. */
export interface PermissionGroup {
  type: string;
  scope: string;
  resource: string;
  actions: string[];
}

/** The permissions as sentences tell them: the actions of one type and place together, in the order of the rows. */
export function groupsOf(rows: PermissionRow[]): PermissionGroup[] {
  const groups: PermissionGroup[] = [];
  for (const { type, action, scope, resource } of rows) {
    const group = groups.find(
      (found) => found.type === type && found.scope === scope && found.resource === resource,
    );
    if (group) {
      group.actions.push(action);
    } else {
      groups.push({ type, scope, resource, actions: [action] });
    }
  }
  return groups;
}

/** Types with what may be done, for one line about a set. */
export function actionsByType(permissions: Permission[]): [type: string, actions: string[]][] {
  const types = unique(permissions.map(({ type }) => type));
  return types.map((type) => [type, permissions.filter((one) => one.type === type).map(({ action }) => action)]);
}

/** A scope other than everything may reach into another one, so only the same one is compared. */
function isWider(one: PermissionRow, other: PermissionRow): boolean {
  if (one.type === "" || one.type !== other.type || one.action === "" || one.action !== other.action) {
    return false;
  }
  return one.scope === EVERYTHING
    ? other.scope !== EVERYTHING && other.scope !== ""
    : one.scope === other.scope && one.scope !== "" && one.resource === "" && other.resource !== "";
}

/** Keeps of a row what its catalogue offers, and chooses where there is one choice only. */
function settle(catalogue: CatalogueEntry[], row: PermissionRow): PermissionRow {
  const type = choice(typesOf(catalogue), row.type);
  const action = choice(actionsOf(catalogue, type), row.action);
  const scope = choice(scopesOf(catalogue, type, action), row.scope);
  const settled = { ...row, type, action, scope };
  return mayHaveResource(settled) ? settled : { ...settled, resource: "" };
}

function choice(offered: string[], chosen: string): string {
  if (offered.includes(chosen)) {
    return chosen;
  }
  return offered.length === 1 ? offered[0]! : "";
}

function isSame(one: PermissionRow, other: PermissionRow): boolean {
  return (
    one.type === other.type &&
    one.action === other.action &&
    one.scope === other.scope &&
    one.resource === other.resource
  );
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
