import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { WhatIf } from "../api/whatIfTypes";
import { useWhen } from "../page/useWhen";
import { gapOf } from "../state/activity";
import { GapNote } from "../state/GapNote";

/** Of many addresses, those with most uses. */
const NAMED = 5;

interface AddressEffectProps {
  answer: WhatIf;
  /** When the credential was created. */
  createdAt: string | undefined;
}

/** What the list in the form would have done to the uses of 30 days. */
export const AddressEffect = ({ answer, createdAt }: AddressEffectProps) => {
  const { t, i18n } = useTranslation();
  const whenOf = useWhen();
  const number = new Intl.NumberFormat(i18n.language);
  const { period, accepted, wouldRefuse, newlyAdmitted, unknown } = answer;
  const named = wouldRefuse.byAddress.slice(0, NAMED);
  const more = wouldRefuse.addresses - named.length;
  const gap = period.complete ? undefined : gapOf(period, createdAt);
  const isPart = !period.recorded || gap !== undefined;
  const counted = (uses: number) => ({ count: uses, number: number.format(uses) });
  return (
    <Alert
      isInline
      variant={wouldRefuse.uses > 0 ? "warning" : isPart || unknown.uses > 0 || accepted === 0 ? "info" : "success"}
      component="h2"
      data-testid="address-effect"
      title={t(wouldRefuse.uses > 0 ? "apiCredentials.effect.refused" : "apiCredentials.effect.nothing")}
    >
      {named.map(({ address, uses, lastAt }) => (
        <div key={address}>
          {t("apiCredentials.effect.address", { address, ...counted(uses), when: whenOf(lastAt) })}
        </div>
      ))}
      {more > 0 && <div>{t("apiCredentials.effect.more", { count: more })}</div>}
      {accepted === 0 && <div>{t("apiCredentials.effect.noUse")}</div>}
      {accepted > 0 && wouldRefuse.uses === 0 && <div>{t("apiCredentials.effect.kept", counted(accepted))}</div>}
      {unknown.uses > 0 && <div>{t("apiCredentials.effect.unjudged", counted(unknown.uses))}</div>}
      {newlyAdmitted.uses > 0 && <div>{t("apiCredentials.effect.admitted", counted(newlyAdmitted.uses))}</div>}
      {!period.recorded && <div>{t("apiCredentials.effect.notCounted")}</div>}
      {gap && (
        <div>
          <GapNote gap={gap} />
        </div>
      )}
    </Alert>
  );
};
