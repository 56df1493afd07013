import { useTranslation } from "react-i18next";

const STYLES = {
  /** For a list, where the day is enough. */
  day: { dateStyle: "medium" },
  /** For what is within the next hour. */
  clock: { timeStyle: "short" },
  minute: { dateStyle: "medium", timeStyle: "short" },
  /** For what is compared with a log. */
  second: { dateStyle: "medium", timeStyle: "medium" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes an ISO 8601 instant in the user's language and time zone; nothing for none. */
export function useTime(style: keyof typeof STYLES = "minute"): (instant: string | undefined) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, STYLES[style]);
  return (instant) => (instant === undefined ? "" : format.format(new Date(instant)));
}
