import type { CatalogueEntry, Permission } from "../api/types";

export const MAX_PERMISSIONS = 100;

/** The scope that reaches everything, and therefore has no resource. */
const EVERYTHING = "org";

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

/** A permission as one word, the reference's way of writing it. */
export function permissionText({ type, action, scope, resource }: Permission): string {
  return [type, action, scope, ...(resource ? [resource] : [])].join(":");
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

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
