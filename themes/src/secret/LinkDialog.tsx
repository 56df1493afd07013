import { Alert, Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { OfferedCredential } from "../api/types";
import { useTime } from "../page/useTime";
import { Copied } from "./Copied";

interface LinkDialogProps {
  credential: OfferedCredential;
  onClose: () => void;
}

/** The one time that a link is shown at which somebody else picks the secret up. Only its button closes the dialog. */
export const LinkDialog = ({ credential: { name, link, delivery, warnings = [] }, onClose }: LinkDialogProps) => {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("apiCredentials.link.title", { name })}
      showClose={false}
      onEscapePress={() => undefined}
      data-testid="link-dialog"
      className="api-credentials__secret"
      actions={[
        <Button key="close" data-testid="link-close" onClick={onClose}>
          {t("apiCredentials.link.close")}
        </Button>,
      ]}
    >
      <Alert isInline variant="warning" component="h2" title={t("apiCredentials.link.once")} className="pf-v5-u-mb-md">
        {t("apiCredentials.link.once.text", { tab: t("apiCredentials.secrets") })}
      </Alert>
      {warnings.map((warning) => (
        <Alert key={warning} isInline variant="warning" component="h2" title={warning} className="pf-v5-u-mb-md" />
      ))}
      <Form onSubmit={(event) => event.preventDefault()}>
        <Copied
          testId="link"
          label={t("apiCredentials.link.label")}
          text={link}
          help={t("apiCredentials.link.until", { time: time(delivery.expiresAt) })}
        />
      </Form>
    </Modal>
  );
};
