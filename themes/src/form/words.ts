import builtIn from "../../../src/main/resources/permission-sets.json";
import type { PermissionSet } from "../api/types";

/** The scope that every set has, whoever made it. */
const EVERYTHING = "org";

/** What people see of a set. */
const contentOf = ({ type, name, description, catalogue }: Omit<PermissionSet, "defaultPermissions">) =>
  JSON.stringify([type, name, description, catalogue.map((entry) => [entry.type, entry.action, entry.scopes])]);

const contents = builtIn.map(contentOf);

/** Whether a set is one of those that come with the server, as they come. */
export function isBuiltIn(set: PermissionSet): boolean {
  return contents.includes(contentOf(set));
}

/**
 * Whether a word of a set means what the console has translations for. A realm's own sets use the same words for other
 * things, and say by themselves what they are called. A set that is not offered any more was built in, for all we know.
 */
export function isTranslated(set: PermissionSet | undefined, word?: string): boolean {
  return set === undefined || word === EVERYTHING || isBuiltIn(set);
}
