import type { Permission } from "../api/types";
import { SET_FIELD } from "../form/fieldKeys";
import { permissionText } from "../form/permissions";

/** What of a field is gone and what has come; of a list, only what differs. */
export interface FieldDifference {
  /** With a dot in it for a part of a field, such as `owner.team`. */
  field: string;
  removed: string[];
  added: string[];
}

/** What differs between two states of anything; with nothing before, all that there is. In the order of the later state. */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  const [old, now] = [fieldsOf(setsIn(before)), fieldsOf(setsIn(after))];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((field) => {
      const [was, is] = [old.get(field) ?? [], now.get(field) ?? []];
      return {
        field,
        removed: was.filter((text) => !is.includes(text)),
        added: is.filter((text) => !was.includes(text)),
      };
    })
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

/** The fields with what is in them, each entry of a list by itself. */
function fieldsOf(state: unknown, within = ""): Map<string, string[]> {
  if (!isObject(state)) {
    return new Map();
  }
  return new Map(
    Object.entries(state).flatMap(([name, value]): [string, string[]][] => {
      const field = within + name;
      return isObject(value) && !isPermission(value) ? [...fieldsOf(value, `${field}.`)] : [[field, textsOf(value)]];
    }),
  );
}

/** Permission sets by their types, each with its texts and what it offers; anything else as it is. */
function setsIn(state: unknown): unknown {
  const sets = typeof state === "string" ? parsed(state) : state;
  return Array.isArray(sets)
    ? Object.fromEntries(sets.filter(isObject).map((set) => [`${SET_FIELD}${String(set.type)}`, textsOfSet(set)]))
    : state;
}

function textsOfSet({ name, description, catalogue }: Record<string, unknown>): string[] {
  const offered = Array.isArray(catalogue) ? catalogue.filter(isObject) : [];
  return [
    ...textsOf([name, description]),
    ...offered.map(({ type, action, scopes }) => `${String(type)}:${String(action)} (${textsOf(scopes).join(", ")})`),
  ];
}

/** Keycloak's own edits of a realm have the text of its attribute. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): string[] {
  if (value === undefined || value === null || value === "") {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  if (isPermission(value)) {
    return [permissionText(value)];
  }
  return [isObject(value) ? Object.values(value).flatMap(textsOf).join(" ") : String(value)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPermission(value: unknown): value is Permission {
  return isObject(value) && ["type", "action", "scope"].every((name) => typeof value[name] === "string");
}
