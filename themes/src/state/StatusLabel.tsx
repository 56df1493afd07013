import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import { creationOf, isExpired, pickUpOf, refusalOf } from "./status";

interface StatusLabelProps {
  credential: Credential;
  /** Leaves the reason to what is around it. */
  isShort?: boolean;
}

const CREATION_COLORS = { waiting: "blue", approved: "purple", rejected: "red" } as const;

/** Whether a credential can authenticate, and why it cannot though it is enabled and has not expired. */
export const StatusLabel = ({ credential, isShort }: StatusLabelProps) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const time = useTime();
  const refusal = refusalOf(credential);
  const pickUp = pickUpOf(credential);
  const creation = creationOf(credential);
  if (creation !== undefined) {
    return (
      <Label color={CREATION_COLORS[creation]} data-testid="status">
        {t(`apiCredentials.creation.${creation}`)}
      </Label>
    );
  }
  if (isExpired(credential)) {
    return (
      <Label color="orange" data-testid="status">
        {t("apiCredentials.expired")}
      </Label>
    );
  }
  if (pickUp !== undefined) {
    return (
      <>
        <Label color={pickUp === "open" ? "blue" : "orange"} data-testid="status">
          {t(`apiCredentials.pickUp.${pickUp}`)}
        </Label>
        {!isShort && (
          <div className="api-credentials__reason">
            {pickUp === "open"
              ? t("apiCredentials.pickUp.until", { time: time(credential.delivery?.expiresAt) })
              : t("apiCredentials.pickUp.ended")}
          </div>
        )}
      </>
    );
  }
  if (refusal !== undefined) {
    return (
      <>
        <Label color="red" data-testid="status">
          {t("apiCredentials.cannotAuthenticate")}
        </Label>
        {!isShort && <div className="api-credentials__reason">{refusalName(refusal)}</div>}
      </>
    );
  }
  return (
    <Label color={credential.enabled ? "green" : "grey"} data-testid="status">
      {t(credential.enabled ? "apiCredentials.enabled" : "apiCredentials.disabled")}
    </Label>
  );
};
