import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Pending } from "../api/requestTypes";
import { useOpenRequests } from "../page/OpenRequests";

/** Says that nothing is done yet; the page has the way to what was asked for. */
export function useWaiting(): (pending: Pending) => void {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { refresh } = useOpenRequests();
  return ({ required }) => {
    refresh();
    addAlert(t("apiCredentials.waits", { count: required }), AlertVariant.info);
  };
}
