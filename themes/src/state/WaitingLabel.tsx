import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Credential } from "../api/types";
import { toApproval } from "../page/paths";
import { creationOf } from "./status";

/** What of a credential waits for approval, or to be picked up, beside its status; it leads to the request. */
export const WaitingLabel = ({ credential }: { credential: Credential }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { pending, pickUp } = credential;
  const requestId = pending?.id ?? pickUp?.requestId;
  // Of one that was never in force, the status says it.
  if (requestId === undefined || creationOf(credential) !== undefined) {
    return null;
  }
  return (
    <Label
      isCompact
      color={pending ? "blue" : "purple"}
      data-testid="waiting"
      render={({ className, content, componentRef }) => (
        <Link className={className} ref={componentRef} to={toApproval(realm, requestId)}>
          {content}
        </Link>
      )}
    >
      {pending ? t(`apiCredentials.waiting.${pending.operation}`) : t("apiCredentials.waiting.pickUp")}
    </Label>
  );
};
