import { useTranslation } from "react-i18next";
import { ago } from "./time";
import { useTime } from "./useTime";

/** Says within a sentence how long ago an instant was, or else when. */
export function useWhen(): (instant: string) => string {
  const { i18n } = useTranslation();
  const moment = useTime();
  return (instant) => ago(instant, new Date(), i18n.language) ?? moment(instant);
}
