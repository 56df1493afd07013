import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, ButtonVariant, Checkbox, Stack, StackItem } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Credential } from "../api/types";
import { useApi } from "../api/useApi";
import { focusFirst } from "../page/focus";
import { useFailure } from "../page/useFailure";
import { LastUseBefore } from "./LastUseBefore";

interface Asked {
  what: "disable" | "delete";
  credential: Credential;
}

interface StateDialogsProps {
  /** The selector of what a question about a credential was opened with; the keyboard returns there. */
  openerOf: (credential: Credential) => string;
  onChanged: (credential: Credential) => void;
  onDeleted: (credential: Credential) => void;
}

/** Enable at once; disable and delete after a question, which offers to end the issued tokens too. */
export function useStateDialogs({ openerOf, onChanged, onDeleted }: StateDialogsProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const [asked, setAsked] = useState<Asked>();
  const [revokesTokens, setRevokesTokens] = useState(false);

  // The menu that the question was opened from is gone by now, and what opened the menu may be drawn anew.
  const returnsTo = useRef<string>();
  useEffect(() => {
    if (asked === undefined && returnsTo.current !== undefined) {
      // Unless it went elsewhere while the answer was awaited.
      if (document.activeElement === document.body) {
        focusFirst(returnsTo.current);
      }
      returnsTo.current = undefined;
    }
  });

  const ask = (question: Asked) => {
    setRevokesTokens(false);
    setAsked(question);
  };
  const end = () => {
    returnsTo.current = asked && openerOf(asked.credential);
    setAsked(undefined);
  };
  const attempt = async (act: "enable" | "disable" | "delete", credential: Credential, action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) {
        addAlert(t("apiCredentials.gone", { name: credential.name }), AlertVariant.warning);
        onDeleted(credential);
      } else {
        report(act, error);
      }
    }
  };
  const setEnabled = (credential: Credential, enabled: boolean) =>
    attempt(enabled ? "enable" : "disable", credential, async () => {
      const changed = await api.setEnabled(credential.id, enabled, revokesTokens);
      returnsTo.current = openerOf(credential);
      onChanged(changed);
      addAlert(t(enabled ? "apiCredentials.enable.done" : "apiCredentials.disable.done", { name: changed.name }));
    });
  const remove = (credential: Credential) =>
    attempt("delete", credential, async () => {
      await api.remove(credential.id, revokesTokens);
      addAlert(t("apiCredentials.delete.done", { name: credential.name }));
      onDeleted(credential);
    });

  const element = asked && (
    <ConfirmDialogModal
      open
      titleKey={`apiCredentials.${asked.what}.title`}
      continueButtonLabel={`apiCredentials.${asked.what}`}
      continueButtonVariant={asked.what === "delete" ? ButtonVariant.danger : ButtonVariant.primary}
      toggleDialog={end}
      onConfirm={() =>
        void (asked.what === "delete" ? remove(asked.credential) : setEnabled(asked.credential, false))
      }
    >
      <Stack hasGutter className="api-credentials__question">
        <StackItem>{t(`apiCredentials.${asked.what}.text`, { name: asked.credential.name })}</StackItem>
        <StackItem>
          <LastUseBefore id={asked.credential.id} />
        </StackItem>
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
