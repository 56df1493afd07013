import { Alert, Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LinkTerms } from "../api/secretTypes";
import type { Settings } from "../api/types";
import { type DeliveryChoice, SHOWN_HERE, termsOf } from "../form/delivery";
import { DeliveryFields } from "../form/DeliveryFields";
import { isReasonValid, reasonToSend } from "../form/reason";
import { RequestReason } from "../form/RequestReason";
import { OverlapField } from "./OverlapField";
import { usualOverlap } from "./secrets";

interface RotateDialogProps {
  /** What there is to choose from; nothing for a credential that has no secret yet. */
  overlaps: string[];
  /** Whether there is a link that this makes useless. */
  isLinkOpen: boolean;
  settings: Settings | undefined;
  /** Why it was not done; the dialog stays. */
  failure: string | undefined;
  onRotate: (overlap: string | undefined, terms: LinkTerms | undefined, reason: string | undefined) => Promise<void>;
  onClose: () => void;
}

/** Asks for how long the present secret goes on working beside the new one, and how that one is handed over. */
export const RotateDialog = ({ overlaps, isLinkOpen, settings, failure, onRotate, onClose }: RotateDialogProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const [delivery, setDelivery] = useState<DeliveryChoice>(SHOWN_HERE);
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);
  const overlap = chosen ?? usualOverlap(overlaps);
  const isFirst = overlaps.length === 0;

  const rotate = async () => {
    if (isBusy.current || !isReasonValid(reason)) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    try {
      await onRotate(overlap, termsOf(delivery), reasonToSend(reason));
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={t(isFirst ? "apiCredentials.rotate.first" : "apiCredentials.rotate.title")}
      data-testid="rotate-dialog"
      onClose={onClose}
      actions={[
        <Button
          key="rotate"
          data-testid="rotate-confirm"
          isLoading={isSending}
          isAriaDisabled={isSending || !isReasonValid(reason)}
          onClick={() => void rotate()}
        >
          {t(isFirst ? "apiCredentials.rotate.first" : "apiCredentials.rotate")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      {failure !== undefined && (
        <Alert isInline isLiveRegion variant="danger" component="h2" title={failure} className="pf-v5-u-mb-md" />
      )}
      {isLinkOpen && (
        <Alert
          isInline
          isPlain
          variant="warning"
          component="h2"
          title={t("apiCredentials.rotate.linkOpen")}
          className="pf-v5-u-mb-md"
        />
      )}
      <p className="pf-v5-u-mb-md">{t(isFirst ? "apiCredentials.rotate.first.text" : "apiCredentials.rotate.text")}</p>
      <Form onSubmit={(event) => event.preventDefault()}>
        {overlap !== undefined && (
          <OverlapField overlaps={overlaps} chosen={overlap} isFromPickUp={delivery.isLink} onChoose={setChosen} />
        )}
        <DeliveryFields choice={delivery} onChange={setDelivery} />
        <RequestReason operation="rotate" settings={settings} reason={reason} onChange={setReason} />
      </Form>
    </Modal>
  );
};
