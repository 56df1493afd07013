import { useRealm } from "@keycloak/keycloak-admin-ui";
import { ClipboardCopy, ClipboardCopyVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Approval } from "../api/approvalTypes";
import { Facts } from "../page/Facts";
import { Left } from "../page/Left";
import { toDetail } from "../page/paths";
import { useTime } from "../page/useTime";

interface RequestFactsProps {
  approval: Approval;
  /** When the time is over while it is looked at. */
  onOver: () => void;
}

/** Who asks, for what, why and until when, and how far it has come. */
export const RequestFacts = ({ approval, onOver }: RequestFactsProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const time = useTime("second");
  const { operation, status, credential, requestedBy, requestedByUsername, reason, digest } = approval;
  const { required, approvals, rejections, approvers } = approval;
  const isOpen = status === "open";
  return (
    <Facts
      isAligned
      facts={[
        [t("apiCredentials.approval.operation"), t(`apiCredentials.operation.${operation}`)],
        [
          t("apiCredentials.approval.credential"),
          credential && <Link to={toDetail(realm, credential.id)}>{credential.name ?? credential.clientId}</Link>,
        ],
        [t("apiCredentials.clientId"), credential?.clientId],
        [t("apiCredentials.approval.requestedBy"), requestedByUsername ?? requestedBy],
        [t("apiCredentials.approval.reasonGiven"), reason ?? t("apiCredentials.approval.noReason")],
        [t("apiCredentials.approval.requestedAt"), time(approval.requestedAt)],
        [
          t("apiCredentials.approval.left"),
          isOpen ? <Left until={approval.expiresAt} onOver={onOver} /> : undefined,
        ],
        [t("apiCredentials.approval.decidedAt"), isOpen ? undefined : time(approval.decidedAt)],
        [t("apiCredentials.approval.pickedUpAt"), time(approval.pickedUpAt)],
        [
          t("apiCredentials.approval.approvals"),
          <span data-testid="progress">
            {t("apiCredentials.approval.progress", { approvals, required })}
            {rejections > 0 && <> · {t("apiCredentials.approval.rejections", { count: rejections })}</>}
            {isOpen && approvers !== undefined && (
              <> · {t("apiCredentials.approval.approvers", { count: approvers })}</>
            )}
          </span>,
        ],
        [
          t("apiCredentials.approval.digest"),
          <ClipboardCopy
            data-testid="digest"
            isCode
            isBlock
            variant={ClipboardCopyVariant.inlineCompact}
            className="api-credentials__copied"
            hoverTip={t("apiCredentials.secret.copy", { what: t("apiCredentials.approval.digest") })}
            clickTip={t("apiCredentials.secret.copied")}
          >
            {digest}
          </ClipboardCopy>,
        ],
      ]}
    />
  );
};
