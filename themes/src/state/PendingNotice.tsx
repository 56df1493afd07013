import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Pending } from "../api/requestTypes";
import { Left } from "../page/Left";
import { toApproval } from "../page/paths";

interface PendingNoticeProps {
  pending: Pending;
  /** When its time is over while it is looked at. */
  onOver: () => void;
}

/** That something waits, for how many and until when, and the way to it. */
export const PendingNotice = ({ pending: { id, operation, required, expiresAt }, onOver }: PendingNoticeProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  return (
    <Alert isInline variant="info" data-testid="pending" title={t(`apiCredentials.waiting.${operation}`)}>
      <p>
        {t("apiCredentials.waits", { count: required })} {t("apiCredentials.waits.until")}
      </p>
      <p>
        {t("apiCredentials.approval.left")}: <Left until={expiresAt} onOver={onOver} />{" "}
        <Link
          to={toApproval(realm, id)}
          data-testid="pending-link"
          className="api-credentials__link-in-text"
        >
          {t("apiCredentials.waits.see")}
        </Link>
      </p>
    </Alert>
  );
};
