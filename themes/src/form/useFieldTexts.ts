import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { durationIn } from "../page/time";
import { useTime } from "../page/useTime";
import { FIELD_KEYS, fieldIn, kindOf, SET_FIELD } from "./fieldKeys";
import { useTerms } from "./useTerms";

/** Names that fields of credentials and settings have in common. */
const SETTINGS_TOO = ["tokenLifespan"];

const INSTANT = /^\d{4,}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What fields of credentials, of settings and of records are called, and their values as people read them. */
export function useFieldTexts() {
  const { t, i18n } = useTranslation();
  const { setName } = useTerms();
  const time = useTime("second");
  const instant = (value: string) => (INSTANT.test(value) ? time(value) : value);

  const nameOf = (field: string, isOfSettings: boolean): string => {
    const key = isOfSettings ? undefined : FIELD_KEYS[field];
    return key === undefined ? t(`apiCredentials.settings.${field}`, { defaultValue: field }) : t(key);
  };

  const textOf = (field: string, value: string, set?: PermissionSet): string => {
    switch (kindOf(field, value)) {
      case "set":
        return setName(set, value);
      case "instant":
        return instant(value);
      case "duration":
        return durationIn(i18n.language, value) ?? value;
      case "secrets":
        return value.split(" ").map(instant).join(", ");
      case "enabled":
        return t(value === "true" ? "apiCredentials.enabled" : "apiCredentials.disabled");
      case "flag":
        return t(value === "true" ? "apiCredentials.approval.yes" : "apiCredentials.approval.no");
      case "operation":
        return t(`apiCredentials.operation.${value}`, { defaultValue: value });
      case "requestStatus":
        return t(`apiCredentials.approval.status.${value}`, { defaultValue: value });
      case "delivery":
        return t(`apiCredentials.approval.delivery.${value}`, { defaultValue: value });
      case "environment":
        return t(`apiCredentials.environment.${value}`, { defaultValue: value });
      case "occasion":
        return t(`apiCredentials.occasion.${value}`, { defaultValue: value });
      case "approval":
        return t(`apiCredentials.field.approval.${value}`, { defaultValue: value });
      default:
        return value;
    }
  };

  return {
    /** What a field is called; those of settings as on their page, and what somebody asks for as that. */
    fieldName: (field: string, isOfSettings: boolean): string => {
      const { field: own, isProposed } = fieldIn(field);
      if (own.startsWith(SET_FIELD)) {
        return setName(undefined, own.slice(SET_FIELD.length));
      }
      // What a request about settings says of itself is no setting.
      const isSetting = isOfSettings && (isProposed || FIELD_KEYS[own] === undefined || SETTINGS_TOO.includes(own));
      const name = nameOf(own, isSetting);
      return isProposed ? t("apiCredentials.field.proposed", { field: name }) : name;
    },
    /** The value of a field, as people read it. */
    valueText: (field: string, value: string, set?: PermissionSet): string => textOf(fieldIn(field).field, value, set),
    /** Why the server did something by itself, or what somebody said. */
    reasonText: (reason: string): string => t(`apiCredentials.occasion.${reason}`, { defaultValue: reason }),
  };
}
