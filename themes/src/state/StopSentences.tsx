import { useTranslation } from "react-i18next";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import { GapNote } from "./GapNote";
import type { Stops } from "./stops";

interface StopSentencesProps {
  stops: Stops;
  /** Whether it is of several credentials. */
  isOfMany?: boolean;
}

/** How many tokens there were, from how many addresses, when the last one was issued, and when it ends. */
export const StopSentences = ({ stops, isOfMany = false }: StopSentencesProps) => {
  const { t, i18n } = useTranslation();
  const { since, tokens, addresses, hasMore, last, until, gap } = stops;
  const clock = useTime("clock");
  const whenOf = useWhen();
  const number = new Intl.NumberFormat(i18n.language);
  const from = { count: addresses, number: number.format(addresses) };
  const where = hasMore ? t("apiCredentials.stops.moreAddresses", from) : t("apiCredentials.stops.addresses", from);
  const when = last && whenOf(last.at);
  const time = clock(since);
  return (
    <>
      {tokens > 0
        ? t("apiCredentials.stops.tokens", { count: tokens, number: number.format(tokens), addresses: where, time })
        : t("apiCredentials.stops.noTokens", { time })}{" "}
      {last === undefined
        ? t("apiCredentials.summary.unused")
        : last.from === undefined
          ? t("apiCredentials.lastUsed.when", { when })
          : t("apiCredentials.lastUsed.whenAndWhere", { when, address: last.from })}{" "}
      {until && (
        <>{t(isOfMany ? "apiCredentials.stops.allUntil" : "apiCredentials.tokensUntil", { time: clock(until) })} </>
      )}
      <GapNote gap={gap} />
    </>
  );
};
