import { useTranslation } from "react-i18next";
import type { Recording } from "../api/types";
import { durationIn } from "../page/time";

/** That uses are counted, and for how long the numbers are kept; or that they are not counted, so that few is no proof. */
export const Counted = ({ recording: { recorded, keptFor } }: { recording: Recording }) => {
  const { t, i18n } = useTranslation();
  if (!recorded) {
    return t("apiCredentials.activity.notCounted");
  }
  const duration = keptFor === undefined ? undefined : durationIn(i18n.language, keptFor);
  return duration === undefined ? null : t("apiCredentials.activity.keptFor", { duration });
};
