import type { CatalogueEntry } from "../api/types";
import { isWider } from "./permissionChecks";
import { actionsOf, type PermissionRow, permissionText } from "./permissions";

/** One action with one type: whether the set offers it, and where it is granted, the same place once. */
export interface MatrixCell {
  action: string;
  isOffered: boolean;
  granted: PermissionRow[];
}

/** The permissions as a table: a line for each type, in each a cell for each action. */
export interface Matrix {
  actions: string[];
  lines: { type: string; cells: MatrixCell[] }[];
}

/** All that the set offers, and what is granted beyond it: a set may have changed since. What is not chosen yet is left out. */
export function matrixOf(catalogue: CatalogueEntry[], rows: PermissionRow[]): Matrix {
  const chosen = rows.filter(({ type, action, scope }) => type !== "" && action !== "" && scope !== "");
  const all: { type: string; action: string }[] = [...catalogue, ...chosen];
  const actions = [...new Set(all.map(({ action }) => action))];
  const types = [...new Set(all.map(({ type }) => type))];
  return {
    actions,
    lines: types.map((type) => ({
      type,
      cells: actions.map((action) => ({
        action,
        isOffered: actionsOf(catalogue, type).includes(action),
        granted: widest(chosen.filter((row) => row.type === type && row.action === action)),
      })),
    })),
  };
}

/** Without those that another one includes, and without repetitions. */
function widest(rows: PermissionRow[]): PermissionRow[] {
  return rows.filter(
    (row, index) =>
      !rows.some((other) => isWider(other, row)) &&
      rows.findIndex((other) => permissionText(other) === permissionText(row)) === index,
  );
}
