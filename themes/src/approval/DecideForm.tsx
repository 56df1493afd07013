import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { ActionGroup, Button, Form } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "../api/approvalTypes";
import { Refusal } from "../api/refusal";
import type { Problem } from "../api/types";
import { useApprovalApi } from "../api/useApprovalApi";
import { checkReason } from "../form/reason";
import { ReasonField } from "../form/ReasonField";
import { strip } from "../form/text";
import { useHandingOn } from "../page/focus";
import { useUnsaved } from "../page/Leaving";
import { useOpenRequests } from "../page/OpenRequests";
import { useFailure } from "../page/useFailure";
import { problemAt } from "../problem/problems";
import { type Outdated, outdatedBy } from "./deciding";

interface DecideFormProps {
  approval: Approval;
  onDecided: (answer: Approval) => void;
  onOutdated: (by: Outdated) => void;
}

/** Approve or reject, with a reason: exactly what is shown, which its digest says to the server. */
export const DecideForm = ({ approval, onDecided, onOutdated }: DecideFormProps) => {
  const { t } = useTranslation();
  const api = useApprovalApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const { refresh } = useOpenRequests();
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);
  const within = useHandingOn<HTMLDivElement>();
  const mayDecide = checkReason(reason) === undefined && !isSending;
  const release = useUnsaved(strip(reason) !== "");

  const decide = async (decision: "approve" | "reject") => {
    if (isBusy.current || !mayDecide) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    try {
      const answer = await api.decide(approval.id, decision, strip(reason), approval.digest);
      release();
      refresh();
      addAlert(
        t(`apiCredentials.approval.done.${answer.status === "open" ? "counted" : decision}`),
      );
      onDecided(answer);
    } catch (error) {
      const by = outdatedBy(error);
      if (by) {
        onOutdated(by);
      } else if (error instanceof Refusal && error.status === 400 && problemAt(error.problems, "reason")) {
        setProblems(error.problems);
      } else {
        report("decide", error);
      }
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return (
    <div ref={within}>
      <Form
        className="api-credentials__decide"
        data-testid="decide"
        // Neither answer is the one that Enter gives.
        onSubmit={(event) => event.preventDefault()}
      >
        <ReasonField
          id="decision-reason"
          label={t("apiCredentials.approval.reason")}
          help={t("apiCredentials.approval.reason.help")}
          reason={reason}
          isRequired
          problem={problemAt(problems, "reason")}
          onChange={(text) => {
            setProblems([]);
            setReason(text);
          }}
        />
        <ActionGroup>
          <Button
            data-testid="approve"
            isAriaDisabled={!mayDecide}
            aria-describedby="decision-reason-help"
            onClick={() => void decide("approve")}
          >
            {t("apiCredentials.approval.approve")}
          </Button>
          <Button
            variant="danger"
            data-testid="reject"
            isAriaDisabled={!mayDecide}
            aria-describedby="decision-reason-help"
            onClick={() => void decide("reject")}
          >
            {t("apiCredentials.approval.reject")}
          </Button>
        </ActionGroup>
      </Form>
    </div>
  );
};
