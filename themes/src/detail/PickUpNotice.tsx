import { useRealm, useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { PickUp } from "../api/requestTypes";
import { toApproval } from "../page/paths";
import { usePickUp } from "../secret/usePickUp";

interface PickUpNoticeProps {
  id: string;
  pickUp: PickUp;
  onPickedUp: () => void;
}

/** That a secret was approved; the user who asked for it gets it here. */
export const PickUpNotice = ({ id, pickUp, onPickedUp }: PickUpNoticeProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { whoAmI } = useWhoAmI();
  const isOwn = whoAmI.userId === pickUp.requestedBy;
  const { isSending, pickUp: show } = usePickUp(id, onPickedUp);
  return (
    <Alert
      isInline
      variant={isOwn ? "success" : "info"}
      data-testid="approved"
      title={t(`apiCredentials.approved.${pickUp.operation}`)}
      actionLinks={
        isOwn && (
          <AlertActionLink data-testid="show-secret" isAriaDisabled={isSending} onClick={() => void show()}>
            {t("apiCredentials.approval.pickUp")}
          </AlertActionLink>
        )
      }
    >
      {t(isOwn ? "apiCredentials.approved.own" : "apiCredentials.approved.other")}{" "}
      <Link to={toApproval(realm, pickUp.requestId)} className="api-credentials__link-in-text">
        {t("apiCredentials.waits.see")}
      </Link>
    </Alert>
  );
};
