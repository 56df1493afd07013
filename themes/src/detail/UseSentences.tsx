import { useTranslation } from "react-i18next";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import { gapOf } from "../state/activity";
import type { KnownActivity } from "../state/useActivity";

interface UseSentencesProps {
  known: KnownActivity;
  /** When the credential was created; what was before is no gap. */
  createdAt: string | undefined;
}

/** When a credential was last used, and how often it was refused in 30 days, as far as that was counted. */
export const UseSentences = ({ known: { activity, last }, createdAt }: UseSentencesProps) => {
  const { t, i18n } = useTranslation();
  const whenOf = useWhen();
  const day = useTime("day");
  const { recorded, refused } = activity;
  const gap = gapOf(activity, createdAt);
  const when = last && whenOf(last.at);
  const number = new Intl.NumberFormat(i18n.language).format(refused);
  return (
    <>
      {last === undefined
        ? t("apiCredentials.summary.unused")
        : last.from === undefined
          ? t("apiCredentials.lastUsed.when", { when })
          : t("apiCredentials.lastUsed.whenAndWhere", { when, address: last.from })}{" "}
      {!recorded
        ? t("apiCredentials.activity.notCounted")
        : refused > 0
          ? t("apiCredentials.summary.refused", { count: refused, number })
          : gap === undefined
            ? t("apiCredentials.summary.notRefused")
            : gap.since === undefined
              ? t("apiCredentials.activity.sinceUnknown")
              : t("apiCredentials.summary.notRefusedSince", { day: day(gap.since) })}
    </>
  );
};
