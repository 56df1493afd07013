import { useTranslation } from "react-i18next";
import { useFieldTexts } from "../form/useFieldTexts";
import { differencesOf } from "./differences";
import type { Told } from "./told";
import { useOperationName } from "./useOperationName";

/** What was done, and by whom, in a few words. */
export function useToldTexts() {
  const { t } = useTranslation();
  const operationName = useOperationName();
  const { fieldName } = useFieldTexts();

  /** Ours by what it did; an edit through Keycloak of which there is an event only, by where it was made. */
  const actOf = ({ action, path, reason }: Told): string => {
    if (path !== undefined) {
      return action === "UPDATE" && !path.slice("clients/".length).includes("/")
        ? t("apiCredentials.changes.asClient")
        : t("apiCredentials.changes.elsewhere", { operation: action, path });
    }
    const act = operationName(action);
    return action === "disable" && reason === "unused" ? t("apiCredentials.changes.asUnused", { what: act }) : act;
  };

  return {
    /** What was done; of a change, with the fields. */
    whatOf: (told: Told): string => {
      const fields = told.action === "update" && !told.isBeforeUnknown ? differencesOf(told.before, told.after) : [];
      const names = [...new Set(fields.map(({ field }) => fieldName(field, false)))];
      return names.length > 0
        ? t("apiCredentials.changes.fields", { what: actOf(told), fields: names.join(", ") })
        : actOf(told);
    },
    whoOf: ({ user, actor }: Told): string => user ?? t(`apiCredentials.audit.actor.${actor}`, { defaultValue: actor }),
  };
}
