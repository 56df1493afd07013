import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Suggestions } from "../api/activityTypes";
import { useHandingOn } from "../page/focus";
import { gapOf } from "../state/activity";

interface SuggestedListProps {
  suggestions: Suggestions;
  /** When the credential was created. */
  createdAt: string | undefined;
  /** Puts the list into the form; undefined for a user who may only look. */
  onTake: ((allowedIps: string[]) => void) | undefined;
}

/** The narrowest list that covers the uses of 30 days, where it is narrower than the one in force. */
export const SuggestedList = ({ suggestions: { allowedIps, accepted, period }, createdAt, onTake }: SuggestedListProps) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  // It goes away once it is in the form.
  const within = useHandingOn<HTMLDivElement>("[data-testid=save]");
  const suggested = allowedIps?.suggested;
  if (allowedIps === undefined || suggested === undefined) {
    return null;
  }
  return (
    <div ref={within}>
      <Alert
        isInline
        variant="info"
        component="h2"
        data-testid="suggested-list"
        className="pf-v5-u-mb-md"
        title={t("apiCredentials.suggested.title", { list: suggested.allowedIps.join(", ") })}
        actionLinks={
          onTake && (
            <AlertActionLink data-testid="take-suggestion" onClick={() => onTake(suggested.allowedIps)}>
              {t("apiCredentials.suggested.take")}
            </AlertActionLink>
          )
        }
      >
        {t("apiCredentials.suggested.text", {
          size: number.format(suggested.size),
          present: number.format(allowedIps.size),
          covered: number.format(suggested.accepted),
          accepted: number.format(accepted),
        })}{" "}
        {!period.complete && gapOf(period, createdAt) && t("apiCredentials.suggested.incomplete")}
      </Alert>
    </div>
  );
};
