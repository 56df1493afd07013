import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Delivery } from "../api/secretTypes";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import { stateOf } from "./secrets";

interface DeliveryNoteProps {
  delivery: Delivery;
  /** Asks whether an open link is to be withdrawn; undefined for those who may not. */
  onWithdraw: (() => void) | undefined;
}

/** What has become of the last link at which a secret was to be picked up. */
export const DeliveryNote = ({ delivery, onWithdraw }: DeliveryNoteProps) => {
  const { t } = useTranslation();
  const time = useTime();
  const whenOf = useWhen();
  const { expiresAt, pickedUpAt, pickedUpFrom } = delivery;
  const state = stateOf(delivery);
  return (
    <Alert
      isInline
      isPlain
      variant="info"
      component="h2"
      data-testid="delivery"
      data-state={state}
      title={t(`apiCredentials.secrets.delivery.${state}`, {
        time: time(expiresAt),
        when: pickedUpAt === undefined ? "" : whenOf(pickedUpAt),
        address: pickedUpFrom ?? t("apiCredentials.secrets.unknownAddress"),
      })}
      actionLinks={
        onWithdraw &&
        state === "open" && (
          <AlertActionLink data-testid="withdraw-link" onClick={onWithdraw}>
            {t("apiCredentials.link.withdraw")}
          </AlertActionLink>
        )
      }
    />
  );
};
