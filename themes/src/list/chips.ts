import type { CredentialFilter } from "../api/types";

/** What somebody should look at: the part of the filter that finds it. */
const FILTERS = {
  unused: { due: "unused" },
  rotation: { due: "rotation" },
  expiry: { due: "expiry" },
  violates: { violates: "true" },
  openToAll: { openToAll: "true" },
  withoutOwner: { withoutOwner: "true" },
} as const satisfies Record<string, CredentialFilter>;

export type Chip = keyof typeof FILTERS;
export const CHIPS = Object.keys(FILTERS) as Chip[];

/** What finds all of a chip, whatever else is filtered by. */
export function filterOf(chip: Chip): CredentialFilter {
  return FILTERS[chip];
}

export function isOn(chip: Chip, filter: CredentialFilter): boolean {
  return entriesOf(chip).every(([name, value]) => filter[name] === value);
}

/** What changes of the filter when a chip is pressed. Something is due for one reason at a time. */
export function pressed(chip: Chip, filter: CredentialFilter): CredentialFilter {
  const isLetGo = isOn(chip, filter);
  return Object.fromEntries(entriesOf(chip).map(([name, value]) => [name, isLetGo ? undefined : value]));
}

function entriesOf(chip: Chip): [keyof CredentialFilter, string][] {
  return Object.entries(FILTERS[chip]) as [keyof CredentialFilter, string][];
}
