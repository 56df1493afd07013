import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, ButtonVariant, Checkbox, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Credential } from "../api/types";
import { useApi } from "../api/useApi";

interface Asked {
  what: "disable" | "delete";
  credential: Credential;
}

interface StateDialogsProps {
  onChanged: (credential: Credential) => void;
  onDeleted: () => void;
}

/** Enable at once; disable and delete after a question, which offers to end the issued tokens too. */
export function useStateDialogs({ onChanged, onDeleted }: StateDialogsProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert, addError } = useAlerts();
  const [asked, setAsked] = useState<Asked>();
  const [revokesTokens, setRevokesTokens] = useState(false);

  const ask = (question: Asked) => {
    setRevokesTokens(false);
    setAsked(question);
  };
  const attempt = async ({ name }: Credential, action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) {
        addAlert(t("apiCredentials.gone", { name }), AlertVariant.warning);
        onDeleted();
      } else {
        addError("apiCredentials.failed", error);
      }
    }
  };
  const setEnabled = (credential: Credential, enabled: boolean) =>
    attempt(credential, async () => {
      const changed = await api.setEnabled(credential.id, enabled, revokesTokens);
      onChanged(changed);
      addAlert(t(enabled ? "apiCredentials.enable.done" : "apiCredentials.disable.done", { name: changed.name }));
    });
  const remove = (credential: Credential) =>
    attempt(credential, async () => {
      await api.remove(credential.id, revokesTokens);
      addAlert(t("apiCredentials.delete.done", { name: credential.name }));
      onDeleted();
    });

  const element = asked && (
    <ConfirmDialogModal
      open
      titleKey={`apiCredentials.${asked.what}.title`}
      continueButtonLabel={`apiCredentials.${asked.what}`}
      continueButtonVariant={asked.what === "delete" ? ButtonVariant.danger : ButtonVariant.primary}
      toggleDialog={() => setAsked(undefined)}
      onConfirm={() =>
        void (asked.what === "delete" ? remove(asked.credential) : setEnabled(asked.credential, false))
      }
    >
      <Stack hasGutter>
        <StackItem>{t(`apiCredentials.${asked.what}.text`, { name: asked.credential.name })}</StackItem>
        <StackItem>
          <Checkbox
            id="revoke-tokens"
            data-testid="revoke-tokens"
            label={t("apiCredentials.revokeTokens")}
            description={t("apiCredentials.revokeTokens.help")}
            isChecked={revokesTokens}
            onChange={(_, checked) => setRevokesTokens(checked)}
          />
        </StackItem>
      </Stack>
    </ConfirmDialogModal>
  );

  return {
    element,
    enable: (credential: Credential) => setEnabled(credential, true),
    disable: (credential: Credential) => ask({ what: "disable", credential }),
    remove: (credential: Credential) => ask({ what: "delete", credential }),
  };
}
