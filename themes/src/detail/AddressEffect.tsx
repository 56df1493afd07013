import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Activity } from "../api/activityTypes";
import { useWhen } from "../page/useWhen";
import { gapOf } from "../state/activity";
import type { Effect } from "./narrowing";

/** Of many addresses, those with most uses. */
const NAMED = 5;

interface AddressEffectProps {
  activity: Activity;
  /** When the credential was created. */
  createdAt: string | undefined;
  effect: Effect;
}

/** What the list in the form would have done to the uses of 30 days. */
export const AddressEffect = ({ activity, createdAt, effect: { refused, unjudged } }: AddressEffectProps) => {
  const { t, i18n } = useTranslation();
  const whenOf = useWhen();
  const number = new Intl.NumberFormat(i18n.language);
  const more = refused.length - NAMED;
  const isPart = !activity.recorded || gapOf(activity, createdAt) !== undefined;
  return (
    <Alert
      isInline
      variant={refused.length > 0 ? "warning" : isPart || unjudged > 0 ? "info" : "success"}
      component="h2"
      data-testid="address-effect"
      title={
        refused.length > 0 ? t("apiCredentials.effect.refused") : t("apiCredentials.effect.nothing")
      }
    >
      {refused.slice(0, NAMED).map(({ address, accepted, lastAt }) => (
        <div key={address}>
          {t("apiCredentials.effect.address", { address, count: accepted, number: number.format(accepted), when: whenOf(lastAt) })}
        </div>
      ))}
      {more > 0 && <div>{t("apiCredentials.effect.more", { count: more })}</div>}
      {unjudged > 0 && <div>{t("apiCredentials.effect.unjudged", { count: unjudged, number: number.format(unjudged) })}</div>}
      {isPart && <div>{t("apiCredentials.suggested.incomplete")}</div>}
    </Alert>
  );
};
