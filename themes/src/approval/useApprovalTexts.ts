import { useTranslation } from "react-i18next";
import type { Approval, ApprovalStatus } from "../api/approvalTypes";

const STATUS_COLORS: Record<ApprovalStatus, "blue" | "green" | "red" | "grey" | "orange"> = {
  open: "blue",
  approved: "green",
  rejected: "red",
  withdrawn: "grey",
  timed_out: "orange",
};

/** What a request is about, in words. */
export function useApprovalTexts() {
  const { t } = useTranslation();

  return {
    /** What is asked for, such as the creation of a credential of a name. */
    whatOf: ({ operation, credential }: Pick<Approval, "operation" | "credential">): string =>
      t(`apiCredentials.approval.what.${operation}`, { name: credential?.name ?? credential?.clientId ?? "" }),
    statusName: (status: ApprovalStatus): string => t(`apiCredentials.approval.status.${status}`),
    statusColor: (status: ApprovalStatus) => STATUS_COLORS[status],
  };
}
