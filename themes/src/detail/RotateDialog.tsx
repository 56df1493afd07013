import { Alert, Button, Form, FormGroup, Modal, ModalVariant, Radio } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { durationIn } from "../page/time";
import { usualOverlap } from "./secrets";

interface RotateDialogProps {
  /** What there is to choose from. */
  overlaps: string[];
  /** Why it was not done; the dialog stays. */
  failure: string | undefined;
  onRotate: (overlap: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for how long the present secret goes on working beside the new one. */
export const RotateDialog = ({ overlaps, failure, onRotate, onClose }: RotateDialogProps) => {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);
  const overlap = chosen ?? usualOverlap(overlaps);

  const rotate = async () => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    try {
      await onRotate(overlap);
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={t("apiCredentials.rotate.title")}
      data-testid="rotate-dialog"
      onClose={onClose}
      actions={[
        <Button
          key="rotate"
          data-testid="rotate-confirm"
          isLoading={isSending}
          isAriaDisabled={isSending}
          onClick={() => void rotate()}
        >
          {t("apiCredentials.rotate")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      {failure !== undefined && (
        <Alert isInline isLiveRegion variant="danger" component="h2" title={failure} className="pf-v5-u-mb-md" />
      )}
      <p className="pf-v5-u-mb-md">{t("apiCredentials.rotate.text")}</p>
      <Form onSubmit={(event) => event.preventDefault()}>
        <FormGroup role="radiogroup" isStack label={t("apiCredentials.rotate.overlap")} fieldId="overlap">
          {overlaps.map((each) => (
            <Radio
              key={each}
              id={`overlap-${each}`}
              data-testid={`overlap-${each}`}
              name="overlap"
              label={
                each === "PT0S"
                  ? t("apiCredentials.rotate.atOnce")
                  : t("apiCredentials.rotate.for", { duration: durationIn(i18n.language, each) })
              }
              description={each === "PT0S" ? t("apiCredentials.rotate.atOnce.help") : undefined}
              isChecked={each === overlap}
              onChange={() => setChosen(each)}
            />
          ))}
        </FormGroup>
      </Form>
    </Modal>
  );
};
