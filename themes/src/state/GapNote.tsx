import { useTranslation } from "react-i18next";
import { useTime } from "../page/useTime";
import type { Gap } from "./activity";

/** That there may have been more uses than were counted; nothing where all of them were. */
export const GapNote = ({ gap }: { gap: Gap | undefined }) => {
  const { t } = useTranslation();
  const time = useTime();
  if (gap === undefined) {
    return null;
  }
  return gap.since === undefined
    ? t("apiCredentials.activity.sinceUnknown")
    : t("apiCredentials.activity.since", { time: time(gap.since) });
};
