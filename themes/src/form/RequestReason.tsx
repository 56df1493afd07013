import { useTranslation } from "react-i18next";
import type { Operation } from "../api/requestTypes";
import type { Problem, Settings } from "../api/types";
import { problemAt } from "../problem/problems";
import { approvalsFor } from "./reason";
import { ReasonField } from "./ReasonField";

interface RequestReasonProps {
  operation: Operation;
  settings: Settings | undefined;
  reason: string;
  problems?: Problem[];
  onChange: (reason: string) => void;
}

/** Where an operation waits until others approve it: says so, and asks why it is wanted. */
export const RequestReason = ({ operation, settings, reason, problems = [], onChange }: RequestReasonProps) => {
  const { t } = useTranslation();
  const count = approvalsFor(operation, settings);
  return count === undefined ? null : (
    <ReasonField
      id={`reason-${operation}`}
      label={t("apiCredentials.reason.optional")}
      help={t("apiCredentials.reason.request", { count })}
      reason={reason}
      problem={problemAt(problems, "reason")}
      onChange={onChange}
    />
  );
};
