import { useTranslation } from "react-i18next";

/** Says how a credential breaks a demand of its realm; a code that the console does not know is shown as it is. */
export function useViolations(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => t(`apiCredentials.violation.${code}`, { defaultValue: code });
}
