import { useTranslation } from "react-i18next";

/** What was done, as a change of a credential is called; what the console does not know is shown as it is. */
export function useOperationName(): (operation: string) => string {
  const { t } = useTranslation();
  return (operation) =>
    t(`apiCredentials.changes.${operation === "rotate-secret" ? "rotate" : operation}`, { defaultValue: operation });
}
