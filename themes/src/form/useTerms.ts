import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";

type Term = "type" | "action" | "scope" | "resource";

/** Words of the catalogue as people say them; the catalogue is data, so one without a translation is shown as it is. */
export function useTerms() {
  const { t } = useTranslation();
  return {
    termOf: (kind: Term, value: string) => t(`apiCredentials.${kind}.${value}`, { defaultValue: value }),
    setName: (set: PermissionSet | undefined, type: string) =>
      t(`apiCredentials.set.${type}`, { defaultValue: set?.name ?? type }),
    refusalName: (code: string) => t(`apiCredentials.refusal.${code}`, { defaultValue: code }),
    setDescription: (set: PermissionSet) =>
      t(`apiCredentials.set.${set.type}.description`, { defaultValue: set.description }),
  };
}
