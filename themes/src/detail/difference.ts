import type { TimelineEntry } from "../api/timelineTypes";
import type { Credential } from "../api/types";
import { permissionText } from "../form/permissions";

/** The fields in which credentials are compared. */
const FIELDS = [
  ...(["name", "description", "owner", "expiresAt", "tokenLifespan"] as const),
  ...(["enabled", "allowedIps", "permissions"] as const),
] as const;
export type ComparedField = (typeof FIELDS)[number];

/** A state as it is compared: an event may have saved less, or something older. */
export type State = Partial<Pick<Credential, ComparedField>>;

/** One field that differs. Of a list, `before` has what is gone and `after` what has come. */
export interface Difference {
  field: ComparedField;
  before: string[];
  after: string[];
}

/** What differs between two states; with nothing before, all that there is. */
export function differences(before: State, after: State): Difference[] {
  return FIELDS.map((field) => {
    const [old, now] = [entriesOf(before, field), entriesOf(after, field)];
    return {
      field,
      before: old.filter((entry) => !now.includes(entry)),
      after: now.filter((entry) => !old.includes(entry)),
    };
  }).filter((found) => found.before.length + found.after.length > 0);
}

function entriesOf(state: State, field: ComparedField): string[] {
  switch (field) {
    case "allowedIps":
      return Array.isArray(state.allowedIps) ? state.allowedIps : [];
    case "permissions":
      return Array.isArray(state.permissions) ? state.permissions.map(permissionText) : [];
    case "owner":
      return Object.values(state.owner ?? {}).map(String);
    case "tokenLifespan":
      return state.tokenLifespan == null ? [] : [String(state.tokenLifespan)];
    case "enabled":
      return state.enabled === undefined ? [] : [String(state.enabled)];
    default:
      return state[field] ? [state[field]] : [];
  }
}

/** What was made after an instant. */
export function madeSince(entries: TimelineEntry[], instant: string | undefined): TimelineEntry[] {
  return instant === undefined ? entries : entries.filter(({ time }) => Date.parse(time) > Date.parse(instant));
}
