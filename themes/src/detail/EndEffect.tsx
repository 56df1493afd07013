import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useTime } from "../page/useTime";
import { StopSentences } from "../state/StopSentences";
import type { Stops } from "../state/stops";

interface EndEffectProps {
  /** The end in the form. */
  expiresAt: string;
  stops: Stops;
  isSoon: boolean;
}

/** What stops when the end in the form has come. */
export const EndEffect = ({ expiresAt, stops, isSoon }: EndEffectProps) => {
  const { t } = useTranslation();
  const moment = useTime();
  return (
    <Alert
      isInline
      variant={isSoon ? "warning" : "info"}
      component="h2"
      data-testid="end-effect"
      title={t("apiCredentials.effect.end", { time: moment(expiresAt) })}
    >
      {/* Tokens of today say nothing of that day. */}
      <StopSentences stops={{ ...stops, until: undefined }} />
    </Alert>
  );
};
