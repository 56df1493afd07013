import type { Finding, PermissionSet, Problem } from "../api/types";
import { finding } from "../problem/problems";
import {
  actionsOf,
  isEverywhere,
  type PermissionField,
  type PermissionRow,
  permissionText,
  scopesOf,
  typesOf,
} from "./permissions";

const RESOURCE = /^[A-Za-z0-9._:-]{0,64}$/;

/** The control of a row that something is wrong with; where it is the row as a whole, the first. */
interface Place {
  at: PermissionField;
}

type RowFinding = Finding & Place;
export type RowProblem = RowFinding | (Problem & Place);

type Offer = Pick<PermissionSet, "type" | "catalogue">;

/** What is wrong with each row; undefined where nothing is. */
export function checkPermissions(set: Offer, rows: PermissionRow[]): (RowFinding | undefined)[] {
  return rows.map((row, index) => {
    const isTwice = rows.slice(0, index).some((earlier) => permissionText(earlier) === permissionText(row));
    return (
      checkChoices(set, row) ??
      checkResource(row) ??
      (isTwice ? { ...finding("duplicate_permission", null, permissionText(row)), at: "type" } : undefined)
    );
  });
}

export function arePermissionsValid(set: Offer, rows: PermissionRow[]): boolean {
  return rows.length > 0 && checkPermissions(set, rows).every((problem) => problem === undefined);
}

/** What the server found wrong with a row. */
export function ofRow(problem: Problem): RowProblem {
  const at = (["action", "scope", "resource"] as const).find((field) => problem.field.endsWith(`.${field}`));
  return { ...problem, at: at ?? "type" };
}

/** Whether a row only waits for a choice. That is no mistake; the form cannot be sent until it is made. */
export function isUnchosen({ code }: Finding): boolean {
  return code.endsWith("_missing");
}

function checkChoices({ type: set, catalogue }: Offer, { type, action, scope }: PermissionRow): RowFinding | undefined {
  return (
    checkChoice("type", type, set, typesOf(catalogue)) ??
    checkChoice("action", action, type, actionsOf(catalogue, type)) ??
    checkChoice("scope", scope, `${type} ${action}`, scopesOf(catalogue, type, action))
  );
}

function checkChoice(at: PermissionField, chosen: string, of: string, offered: string[]): RowFinding | undefined {
  if (chosen === "") {
    return { ...finding(`permission_${at}_missing`, null, offered.join(", ")), at };
  }
  return offered.includes(chosen)
    ? undefined
    : { ...finding(`permission_${at}_unknown`, chosen, of, offered.join(", ")), at };
}

function checkResource({ resource }: PermissionRow): RowFinding | undefined {
  return RESOURCE.test(resource) ? undefined : { ...finding("resource_malformed", resource), at: "resource" };
}

/** For each row, the index of another one that already allows all of it; undefined where there is none. */
export function widerRows(rows: PermissionRow[]): (number | undefined)[] {
  return rows.map((row) => {
    const wider = rows.findIndex((other) => other !== row && isWider(other, row));
    return wider < 0 ? undefined : wider;
  });
}

type Reach = Pick<PermissionRow, PermissionField>;

/** A scope other than everything may reach into another one, so only the same one is compared. */
export function isWider(one: Reach, other: Reach): boolean {
  if (one.type === "" || one.type !== other.type || one.action === "" || one.action !== other.action) {
    return false;
  }
  return isEverywhere(one)
    ? !isEverywhere(other) && other.scope !== ""
    : one.scope === other.scope && one.scope !== "" && one.resource === "" && other.resource !== "";
}
