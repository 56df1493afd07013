import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { ButtonVariant } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/useApi";
import { useFailure } from "../page/useFailure";

interface WithdrawLinkProps {
  id: string;
  /** Also when it could not be withdrawn: it may have been used meanwhile. */
  onOver: () => void;
  onClose: () => void;
}

/** Withdraws the link at which a secret can be picked up, after a question. */
export function useWithdrawLink({ id, onOver, onClose }: WithdrawLinkProps): { element: ReactNode; ask: () => void } {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const [isAsking, setAsking] = useState(false);

  const withdraw = async () => {
    try {
      await api.withdrawLink(id);
      addAlert(t("apiCredentials.link.withdraw.done"));
    } catch (error) {
      report("withdrawLink", error);
    }
    onOver();
  };

  return {
    ask: () => setAsking(true),
    element: isAsking && (
      <ConfirmDialogModal
        open
        titleKey="apiCredentials.link.withdraw.title"
        messageKey="apiCredentials.link.withdraw.text"
        continueButtonLabel="apiCredentials.link.withdraw"
        continueButtonVariant={ButtonVariant.danger}
        toggleDialog={() => {
          setAsking(false);
          onClose();
        }}
        onConfirm={() => void withdraw()}
      />
    ),
  };
}
