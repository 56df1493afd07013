import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivityApi } from "../api/useActivityApi";
import { useApi } from "../api/useApi";
import type { Credential, Settings } from "../api/types";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import { lastAccepted } from "./activity";
import { GapNote } from "./GapNote";
import { type Stops, stopsOf, tokenLifeOf } from "./stops";

interface WhatStopsProps {
  credential: Credential;
  settings: Settings | undefined;
}

/** In a question, what of the last 24 hours would stop working, and when the last token ends; or that nobody knows. */
export const WhatStops = ({ credential, settings }: WhatStopsProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { activity } = useActivityApi();
  const [stops, setStops] = useState<Stops | "unknown">();
  const { id, createdAt } = credential;
  const tokenLife = tokenLifeOf(credential, settings);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      // Without the secrets, only the address of the last use is missing.
      const secrets = api.secrets(id).catch(() => undefined);
      const counted = await activity(id, { bucket: "hour" });
      return stopsOf(counted, lastAccepted(counted, await secrets), createdAt, tokenLife, new Date());
    };
    load().then(
      (found) => isCurrent && setStops(found ?? "unknown"),
      () => isCurrent && setStops("unknown"),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, activity, id, createdAt, tokenLife]);

  return (
    <span data-testid="what-stops" aria-live="polite">
      {stops === "unknown" ? t("apiCredentials.stops.unknown") : stops && <Sentences stops={stops} />}
    </span>
  );
};

const Sentences = ({ stops: { tokens, addresses, hasMore, last, until, gap } }: { stops: Stops }) => {
  const { t, i18n } = useTranslation();
  const clock = useTime("clock");
  const whenOf = useWhen();
  const number = new Intl.NumberFormat(i18n.language);
  const from = { count: addresses, number: number.format(addresses) };
  const where = hasMore ? t("apiCredentials.stops.moreAddresses", from) : t("apiCredentials.stops.addresses", from);
  const when = last && whenOf(last.at);
  return (
    <>
      {tokens > 0
        ? t("apiCredentials.stops.tokens", { count: tokens, number: number.format(tokens), addresses: where })
        : t("apiCredentials.stops.noTokens")}{" "}
      {last === undefined
        ? t("apiCredentials.summary.unused")
        : last.from === undefined
          ? t("apiCredentials.lastUsed.when", { when })
          : t("apiCredentials.lastUsed.whenAndWhere", { when, address: last.from })}{" "}
      {until && t("apiCredentials.tokensUntil", { time: clock(until) })}{" "}
      <GapNote gap={gap} />
    </>
  );
};
