import { Alert, Button, Form, Modal, ModalVariant, Spinner } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkReason, reasonToSend } from "../form/reason";
import { useFailure } from "../page/useFailure";
import { useWording } from "../problem/useWording";
import { problemsElsewhere } from "../problem/problems";
import { StopPreviewList } from "../stop/StopPreviewList";
import { StopProgress } from "../stop/StopProgress";
import { StopTermsFields } from "../stop/StopTermsFields";
import { useStopping } from "../stop/useStopping";

interface BulkDisableDialogProps {
  /** Those that were selected. */
  ids: string[];
  onClose: (isDone: boolean) => void;
}

/** Asks before the selected credentials are disabled: which these are, when they were last used, and why. */
export const BulkDisableDialog = ({ ids, onClose }: BulkDisableDialogProps) => {
  const { t } = useTranslation();
  const { textOf: failureOf } = useFailure();
  const { textOf } = useWording();
  const [terms, setTerms] = useState({ reason: "", revokeTokens: false });
  const { preview, progress, problems, failure, isBusy, isBroken, look, stop } = useStopping();
  useEffect(() => void look({ ids }), []);
  const hasTargets = preview !== undefined && preview.credentials.length > 0;
  const mayStop = hasTargets && checkReason(terms.reason) === undefined && !isBusy;
  const close = () => onClose(progress !== undefined);

  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("apiCredentials.bulk.title")}
      data-testid="bulk-disable"
      onClose={close}
      actions={
        progress
          ? [
              <Button key="close" data-testid="bulk-close" isAriaDisabled={isBusy} onClick={() => !isBusy && close()}>
                {t("apiCredentials.close")}
              </Button>,
            ]
          : [
              <Button
                key="disable"
                data-testid="bulk-confirm"
                isAriaDisabled={!mayStop}
                isLoading={isBusy && hasTargets}
                onClick={() => mayStop && void stop({ ids }, { ...terms, reason: reasonToSend(terms.reason)! })}
              >
                {t("apiCredentials.disable")}
              </Button>,
              <Button key="cancel" variant="link" onClick={close}>
                {t("cancel")}
              </Button>,
            ]
      }
    >
      {failure !== undefined && (
        <Alert isInline isLiveRegion variant="danger" component="h2" title={failureOf("stop", failure)} />
      )}
      {problemsElsewhere(problems, "reason").map((problem) => (
        <Alert key={problem.field} isInline variant="danger" component="h2" title={textOf(problem)} />
      ))}
      {progress ? (
        <StopProgress progress={progress} isBroken={isBroken} />
      ) : preview === undefined ? (
        isBusy && <Spinner size="lg" aria-label={t("apiCredentials.stop.look")} />
      ) : (
        <>
          <StopPreviewList preview={preview} />
          {hasTargets && (
            <Form className="pf-v5-u-mt-md" onSubmit={(event) => event.preventDefault()}>
              <p>{t("apiCredentials.bulk.text")}</p>
              <StopTermsFields terms={terms} problems={problems} onChange={setTerms} />
            </Form>
          )}
        </>
      )}
    </Modal>
  );
};
