import type { TFunction } from "i18next";
import type { PermissionSet } from "../api/types";
import { coverageOf } from "./addresses";
import { groupsOf, type PermissionRow } from "./permissions";
import { termsIn } from "./useTerms";

/** What a person reads at a glance: the rest is a number. */
const MOST_PHRASES = 3;

/** What is done with some types at one place. */
interface Phrase {
  types: string[];
  actions: string[];
  place: string;
}

/** Says in a sentence what permissions allow. Undefined permissions are those that cannot be read. */
export function abilitySentence(
  t: TFunction,
  language: string,
  set: PermissionSet | undefined,
  rows: PermissionRow[] | undefined,
): string {
  if (rows === undefined) {
    return t("apiCredentials.summary.unreadable");
  }
  const terms = termsIn(t, language);
  const list = new Intl.ListFormat(language);
  const phrases = phrasesOf(rows.filter(isChosen), (group) => terms.placeOf(set, group));
  const shown = phrases.slice(0, MOST_PHRASES);
  const place = shown[0]?.place;
  if (place === undefined) {
    return t("apiCredentials.summary.nothing");
  }
  const isOnePlace = phrases.every((phrase) => phrase.place === place);
  const texts = shown.map(({ types, actions, place: at }) => {
    const words = {
      things: list.format(types.map((type) => terms.thingsOf(set, type))),
      actions: list.format(actions.map((action) => terms.verbOf(set, action))),
    };
    return isOnePlace && phrases.length > 1
      ? t("apiCredentials.summary.does", words)
      : t("apiCredentials.summary.doesThere", { ...words, place: at });
  });
  const joined = texts.reduce((one, other) => t("apiCredentials.summary.both", { one, other }));
  const more = phrases.length - shown.length;
  const what = more > 0 ? t("apiCredentials.summary.more", { what: joined, count: more }) : joined;
  return isOnePlace && phrases.length > 1
    ? t("apiCredentials.summary.canThere", { what, place })
    : t("apiCredentials.summary.can", { what });
}

/** Says in a sentence from where a credential can be used; nothing while no address is entered. */
export function addressSentence(t: TFunction, language: string, allowedIps: string[] | undefined): string {
  if (allowedIps === undefined) {
    return t("apiCredentials.summary.addresses.unreadable");
  }
  const { addresses, isEverything } = coverageOf(allowedIps);
  if (isEverything) {
    return t("apiCredentials.summary.everywhere");
  }
  if (addresses === 0) {
    return "";
  }
  const entries = allowedIps.filter((entry) => entry !== "");
  const number = new Intl.NumberFormat(language).format(addresses);
  return entries.length === 1
    ? t("apiCredentials.summary.fromOne", { address: entries[0] })
    : t("apiCredentials.summary.from", { count: addresses, number });
}

/** Types of which the same is allowed at the same place are told together. */
function phrasesOf(rows: PermissionRow[], placeOf: (group: { scope: string; resource: string }) => string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const group of groupsOf(rows)) {
    const place = placeOf(group);
    const same = phrases.find((known) => known.place === place && known.actions.join() === group.actions.join());
    if (same) {
      same.types.push(group.type);
    } else {
      phrases.push({ types: [group.type], actions: group.actions, place });
    }
  }
  return phrases;
}

/** A row that somebody has only begun says nothing. */
function isChosen({ type, action, scope }: PermissionRow): boolean {
  return [type, action, scope].every((word) => word !== "");
}
