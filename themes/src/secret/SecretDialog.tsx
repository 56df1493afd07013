import { Alert, Button, Checkbox, Form, Modal, ModalVariant } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CreatedCredential } from "../api/types";
import { environment } from "../page/environment";
import { Copied } from "./Copied";
import { FirstUseNote } from "./FirstUseNote";
import { curlLine, envFile } from "./handover";

interface SecretDialogProps {
  credential: CreatedCredential;
  realm: string;
  onClose: () => void;
}

/**
 * The one time that a secret is shown. No key and no click beside it closes the dialog, only its button, and that only
 * after saying that the secret is kept.
 */
export const SecretDialog = ({ credential, realm, onClose }: SecretDialogProps) => {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(false);
  const tokenUrl = `${environment.serverBaseUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`;
  const { name, clientId, clientSecret, warnings = [] } = credential;

  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("apiCredentials.secret.title", { name })}
      showClose={false}
      onEscapePress={() => undefined}
      data-testid="secret-dialog"
      className="api-credentials__secret"
      actions={[
        <Button key="close" data-testid="secret-close" isDisabled={!isKept} onClick={onClose}>
          {t("apiCredentials.secret.close")}
        </Button>,
        <Button
          key="download"
          variant="secondary"
          data-testid="secret-download"
          onClick={() => download(`${clientId}.env`, envFile(tokenUrl, clientId, clientSecret))}
        >
          {t("apiCredentials.secret.download")}
        </Button>,
      ]}
    >
      <Alert
        isInline
        variant="warning"
        component="h2"
        title={t("apiCredentials.secret.once")}
        className="pf-v5-u-mb-md"
      >
        {t("apiCredentials.secret.once.text")}
      </Alert>
      {warnings.map((warning) => (
        <Alert key={warning} isInline variant="warning" component="h2" title={warning} className="pf-v5-u-mb-md" />
      ))}
      <Form onSubmit={(event) => event.preventDefault()}>
        <Copied testId="client-id" label={t("apiCredentials.clientId")} text={clientId} />
        <Copied testId="client-secret" label={t("apiCredentials.clientSecret")} text={clientSecret} />
        <Copied
          testId="curl"
          label={t("apiCredentials.secret.curl")}
          text={curlLine(tokenUrl)}
          help={t("apiCredentials.secret.curl.help")}
        />
        <FirstUseNote credential={credential} realm={realm} />
        <Checkbox
          id="secret-kept"
          data-testid="secret-kept"
          label={t("apiCredentials.secret.kept")}
          isChecked={isKept}
          onChange={(_, checked) => setKept(checked)}
        />
      </Form>
    </Modal>
  );
};

function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
