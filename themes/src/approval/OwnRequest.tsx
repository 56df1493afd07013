import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { ActionGroup, Button, ButtonVariant } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "../api/approvalTypes";
import { useApprovalApi } from "../api/useApprovalApi";
import { useHandingOn } from "../page/focus";
import { useOpenRequests } from "../page/OpenRequests";
import { useFailure } from "../page/useFailure";
import { usePickUp } from "../secret/usePickUp";

interface OwnRequestProps {
  approval: Approval;
  /** It is not any more as the page has it. */
  onOutdated: () => void;
}

/** What the user who asked can do: withdraw it while it waits, and pick up what was approved. */
export const OwnRequest = ({ approval, onOutdated }: OwnRequestProps) => {
  const { t } = useTranslation();
  const api = useApprovalApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const { refresh } = useOpenRequests();
  const [isAsking, setAsking] = useState(false);
  const { isSending, pickUp } = usePickUp(approval.credential?.id ?? "", onOutdated);
  const within = useHandingOn<HTMLDivElement>();
  // Only another manager discards what was approved and not picked up.
  const act = approval.status === "open" ? "withdraw" : "discard";

  const withdraw = async () => {
    try {
      await api.withdraw(approval.id);
      addAlert(t(`apiCredentials.approval.${act}.done`));
      refresh();
    } catch (error) {
      report("withdraw", error);
    }
    onOutdated();
  };

  return (
    <div ref={within}>
      {isAsking && (
        <ConfirmDialogModal
          open
          titleKey={`apiCredentials.approval.${act}.title`}
          continueButtonLabel={`apiCredentials.approval.${act}`}
          continueButtonVariant={ButtonVariant.danger}
          toggleDialog={() => setAsking(false)}
          onConfirm={() => void withdraw()}
        >
          {t(`apiCredentials.approval.${act}.text`)}
        </ConfirmDialogModal>
      )}
      <ActionGroup className="api-credentials__own">
        {approval.mayPickUp && (
          <Button data-testid="show-secret" isAriaDisabled={isSending} onClick={() => void pickUp()}>
            {t("apiCredentials.approval.pickUp")}
          </Button>
        )}
        {approval.mayWithdraw && (
          <Button variant="secondary" data-testid="withdraw" onClick={() => setAsking(true)}>
            {t(`apiCredentials.approval.${act}`)}
          </Button>
        )}
      </ActionGroup>
    </div>
  );
};
