import type { CatalogueEntry, Permission } from "../api/types";

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
