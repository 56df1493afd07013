import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Label } from "@patternfly/react-core";
import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Approval } from "../api/approvalTypes";
import { Ago } from "../page/Ago";
import { Left } from "../page/Left";
import { toApproval } from "../page/paths";
import { useApprovalTexts } from "./useApprovalTexts";

interface ApprovalTableProps {
  rows: Approval[];
  isDecided: boolean;
  onOver: () => void;
}

/** Requests, a row each. */
export const ApprovalTable = ({ rows, isDecided, onOver }: ApprovalTableProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { whatOf, statusName, statusColor } = useApprovalTexts();
  const columns = {
    what: t("apiCredentials.approval"),
    requestedBy: t("apiCredentials.approval.requestedBy"),
    requestedAt: t("apiCredentials.approval.requestedAt"),
    approvals: t("apiCredentials.approval.approvals"),
    end: isDecided ? t("apiCredentials.approval.decidedAt") : t("apiCredentials.approval.left"),
    status: t("apiCredentials.status"),
  };
  return (
    <Table
      variant={TableVariant.compact}
      className="api-credentials__list"
      aria-label={t("apiCredentials.approvals")}
      data-testid="approvals"
    >
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name} modifier="nowrap" width={name === "what" ? 30 : undefined}>
              {title}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.id} data-row={row.id}>
            <Td dataLabel={columns.what}>
              <Link className="api-credentials__name" to={toApproval(realm, row.id)}>
                {whatOf(row)}
              </Link>
            </Td>
            <Td dataLabel={columns.requestedBy} modifier="breakWord">
              {row.requestedByUsername ?? row.requestedBy}
            </Td>
            <Td dataLabel={columns.requestedAt} modifier="nowrap">
              <Ago instant={row.requestedAt} />
            </Td>
            <Td dataLabel={columns.approvals} modifier="nowrap">
              {t("apiCredentials.approval.progress", { approvals: row.approvals, required: row.required })}
            </Td>
            <Td dataLabel={columns.end} modifier="nowrap">
              {row.status === "open" ? (
                <Left until={row.expiresAt} onOver={onOver} />
              ) : (
                row.decidedAt && <Ago instant={row.decidedAt} />
              )}
            </Td>
            <Td dataLabel={columns.status}>
              <Label color={statusColor(row.status)}>{statusName(row.status)}</Label>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
