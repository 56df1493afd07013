import { useTranslation } from "react-i18next";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import type { KnownActivity } from "../state/useActivity";

/** When a credential was last used, and how often it was refused in 30 days, as far as that was counted. */
export const UseSentences = ({ known: { activity, last } }: { known: KnownActivity }) => {
  const { t, i18n } = useTranslation();
  const whenOf = useWhen();
  const day = useTime("day");
  const { recorded, recordedSince, refused, from } = activity;
  const when = last && whenOf(last.at);
  const number = new Intl.NumberFormat(i18n.language).format(refused);
  const isPart = recordedSince === undefined || Date.parse(recordedSince) > Date.parse(from);
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
          : isPart && recordedSince !== undefined
            ? t("apiCredentials.summary.notRefusedSince", { day: day(recordedSince) })
            : t("apiCredentials.summary.notRefused")}
    </>
  );
};
