import { useTranslation } from "react-i18next";

/** Writes an ISO 8601 instant in the user's language and time zone; nothing for none. */
export function useTime(): (instant: string | undefined) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (instant) => (instant === undefined ? "" : format.format(new Date(instant)));
}
