import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { isEverywhere } from "./permissions";
import { isTranslated } from "./words";

type Term = "type" | "action" | "scope" | "resource";

export type Terms = ReturnType<typeof termsIn>;

/** Words of the catalogue in the language of the reader. */
export function useTerms(): Terms {
  const { t, i18n } = useTranslation();
  return termsIn(t, i18n.language);
}

/**
 * Words of the catalogue as people say them. The catalogue is data: a set that is not built in has its own words, which are
 * shown as they are.
 */
export function termsIn(t: TFunction, language: string) {
  const termOf = (set: PermissionSet | undefined, kind: Term, value: string) =>
    isTranslated(set, value) ? t(`apiCredentials.${kind}.${value}`, { defaultValue: value }) : value;
  return {
    termOf,
    /** An action within a sentence. */
    verbOf: (set: PermissionSet | undefined, action: string) =>
      isTranslated(set) ? termOf(set, "action", action).toLocaleLowerCase(language) : action,
    /** Several of a type, within a sentence. */
    thingsOf: (set: PermissionSet | undefined, type: string) =>
      isTranslated(set) ? t(`apiCredentials.things.${type}`, { defaultValue: type }) : type,
    /** Where something is allowed, within a sentence. */
    placeOf: (set: PermissionSet | undefined, { scope, resource }: { scope: string; resource: string }) => {
      const place = resource === "" && !isEverywhere({ scope }) ? `all.${scope}` : scope;
      const words = [termOf(set, "scope", scope), resource].filter((part) => part !== "").join(" ");
      return isTranslated(set, scope) ? t(`apiCredentials.place.${place}`, { resource, defaultValue: words }) : words;
    },
    setName: (set: PermissionSet | undefined, type: string) =>
      set !== undefined && !isTranslated(set) ? set.name : t(`apiCredentials.set.${type}`, { defaultValue: set?.name ?? type }),
    refusalName: (code: string) => t(`apiCredentials.refusal.${code}`, { defaultValue: code }),
    setDescription: (set: PermissionSet) =>
      isTranslated(set) ? t(`apiCredentials.set.${set.type}.description`, { defaultValue: set.description }) : set.description,
  };
}
