import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { StopSentences } from "./StopSentences";
import { stopsOf } from "./stops";
import { useWhatIf } from "./useWhatIf";

interface WhatStopsProps {
  credential: Credential;
  change: "disable" | "delete";
}

/** In a question, what of the last 24 hours would stop working, and when the last token ends; or that nobody knows. */
export const WhatStops = ({ credential: { id, createdAt }, change }: WhatStopsProps) => {
  const { t } = useTranslation();
  const { answer, failure } = useWhatIf(id, { change }, 0);
  return (
    <span data-testid="what-stops" aria-live="polite">
      {failure !== undefined && t("apiCredentials.stops.unknown")}
      {answer && !answer.period.recorded && <>{t("apiCredentials.stops.notCounted")} </>}
      {answer && <StopSentences stops={stopsOf(answer, createdAt)} />}
    </span>
  );
};
