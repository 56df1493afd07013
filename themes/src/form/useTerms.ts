import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { isEverywhere } from "./permissions";

type Term = "type" | "action" | "scope" | "resource";

/** Words of the catalogue as people say them; the catalogue is data, so one without a translation is shown as it is. */
export function useTerms() {
  const { t, i18n } = useTranslation();
  const termOf = (kind: Term, value: string) => t(`apiCredentials.${kind}.${value}`, { defaultValue: value });
  return {
    termOf,
    /** An action within a sentence. */
    verbOf: (action: string) => termOf("action", action).toLocaleLowerCase(i18n.language),
    /** Where something is allowed, within a sentence. */
    placeOf: ({ scope, resource }: { scope: string; resource: string }) => {
      const place = resource === "" && !isEverywhere({ scope }) ? `all.${scope}` : scope;
      const defaultValue = [termOf("scope", scope), resource].filter((part) => part !== "").join(" ");
      return t(`apiCredentials.place.${place}`, { resource, defaultValue });
    },
    setName: (set: PermissionSet | undefined, type: string) =>
      t(`apiCredentials.set.${type}`, { defaultValue: set?.name ?? type }),
    refusalName: (code: string) => t(`apiCredentials.refusal.${code}`, { defaultValue: code }),
    setDescription: (set: PermissionSet) =>
      t(`apiCredentials.set.${set.type}.description`, { defaultValue: set.description }),
  };
}
