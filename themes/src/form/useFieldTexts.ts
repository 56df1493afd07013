import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { durationIn } from "../page/time";
import { useTime } from "../page/useTime";
import { useTerms } from "./useTerms";

/** Fields whose values are words with names of their own, by what the names are asked for. */
const WORDS: Record<string, string> = {
  environment: "environment",
  "approval.operations": "operation",
  delivery: "approval.delivery",
};

/** What fields of credentials and of settings are called, and their values as people read them. */
export function useFieldTexts() {
  const { t, i18n } = useTranslation();
  const { setName } = useTerms();
  const time = useTime("second");
  const credentialFields: Record<string, string> = {
    name: t("apiCredentials.name"),
    description: t("apiCredentials.description"),
    permissionSet: t("apiCredentials.set"),
    owner: t("apiCredentials.owner"),
    "owner.team": t("apiCredentials.owner.team"),
    "owner.contact": t("apiCredentials.owner.contact"),
    "owner.userId": t("apiCredentials.approval.ownerUser"),
    expiresAt: t("apiCredentials.expiry"),
    tokenLifespan: t("apiCredentials.tokenLifespan"),
    enabled: t("apiCredentials.status"),
    revokeTokens: t("apiCredentials.revokeTokens"),
    overlap: t("apiCredentials.rotate.overlap"),
    delivery: t("apiCredentials.delivery"),
    validFor: t("apiCredentials.delivery.validFor"),
    addressBound: t("apiCredentials.delivery.addressBound"),
  };

  return {
    /** What a field is called; those of settings as on their page. */
    fieldName: (field: string, isOfSettings: boolean): string =>
      (isOfSettings ? undefined : credentialFields[field]) ??
      t(`apiCredentials.settings.${field}`, { defaultValue: field }),
    /** The value of a field, as people read it. */
    valueText: (field: string, value: string, set?: PermissionSet): string => {
      if (field === "permissionSet") {
        return setName(set, value);
      }
      if (field === "expiresAt") {
        return time(value);
      }
      if (field === "enabled") {
        return t(value === "true" ? "apiCredentials.enabled" : "apiCredentials.disabled");
      }
      if (value === "true" || value === "false") {
        return t(value === "true" ? "apiCredentials.approval.yes" : "apiCredentials.approval.no");
      }
      const words = WORDS[field];
      return words === undefined
        ? (durationIn(i18n.language, value) ?? value)
        : t(`apiCredentials.${words}.${value}`, { defaultValue: value });
    },
  };
}
