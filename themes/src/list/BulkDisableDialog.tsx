import { Button, Form, Modal, ModalVariant, Spinner } from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { StopFailures } from "../stop/StopFailures";
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
  const stopping = useStopping({ revokeTokens: false });
  const { preview, progress, problems, terms, hasTargets, isReady, isBusy, isBroken, look, stop } = stopping;
  useEffect(() => void look({ ids }), []);
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
                isAriaDisabled={!isReady}
                isLoading={isBusy && hasTargets}
                onClick={() => isReady && void stop({ ids })}
              >
                {t("apiCredentials.disable")}
              </Button>,
              <Button key="cancel" variant="link" onClick={close}>
                {t("cancel")}
              </Button>,
            ]
      }
    >
      <StopFailures stopping={stopping} fields={["reason"]} />
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
              <StopTermsFields terms={terms} problems={problems} onChange={stopping.decide} />
            </Form>
          )}
        </>
      )}
    </Modal>
  );
};
