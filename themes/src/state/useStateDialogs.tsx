import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, ButtonVariant } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Pending } from "../api/requestTypes";
import type { Credential, Settings } from "../api/types";
import { useApi } from "../api/useApi";
import { approvalsFor, isReasonValid, reasonToSend } from "../form/reason";
import { focusFirst } from "../page/focus";
import { useFailure } from "../page/useFailure";
import { type Act, StateQuestion } from "./StateQuestion";
import { useWaiting } from "./useWaiting";

interface Asked {
  what: Act;
  credential: Credential;
}

interface StateDialogsProps {
  settings: Settings | undefined;
  /** The selector of what a question about a credential was opened with; the keyboard returns there. */
  openerOf: (credential: Credential) => string;
  onChanged: (credential: Credential) => void;
  onDeleted: (credential: Credential) => void;
}

/**
 * Enable at once, unless it waits for approval; disable and delete after a question, which offers to end the issued tokens
 * too. What waits can be given a reason.
 */
export function useStateDialogs({ settings, openerOf, onChanged, onDeleted }: StateDialogsProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const tellWaiting = useWaiting();
  const [asked, setAsked] = useState<Asked>();
  const [revokesTokens, setRevokesTokens] = useState(false);
  const [reason, setReason] = useState("");

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
    setReason("");
    setAsked(question);
  };
  const end = () => {
    returnsTo.current = asked && openerOf(asked.credential);
    setAsked(undefined);
  };
  const attempt = async (act: Act, credential: Credential, action: () => Promise<void>) => {
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
  const took = (credential: Credential, changed: Credential, pending?: Pending) => {
    returnsTo.current = openerOf(credential);
    onChanged(changed);
    if (pending) {
      tellWaiting(pending);
    }
  };
  const enable = (credential: Credential, why?: string) =>
    attempt("enable", credential, async () => {
      const { isWaiting, body } = await api.enable(credential.id, why);
      took(credential, body, isWaiting ? body.pending : undefined);
      if (!isWaiting) {
        addAlert(t("apiCredentials.enable.done", { name: body.name }));
      }
    });
  const disable = (credential: Credential) =>
    attempt("disable", credential, async () => {
      const changed = await api.disable(credential.id, revokesTokens);
      took(credential, changed);
      addAlert(t("apiCredentials.disable.done", { name: changed.name }));
    });
  const remove = (credential: Credential) =>
    attempt("delete", credential, async () => {
      const { isWaiting, body } = await api.remove(credential.id, revokesTokens, reasonToSend(reason));
      if (isWaiting) {
        took(credential, body, body.pending);
        return;
      }
      addAlert(t("apiCredentials.delete.done", { name: credential.name }));
      onDeleted(credential);
    });
  const confirm = ({ what, credential }: Asked) => {
    switch (what) {
      case "enable":
        return enable(credential, reasonToSend(reason));
      case "disable":
        return disable(credential);
      case "delete":
        return remove(credential);
    }
  };

  const element = asked && (
    <ConfirmDialogModal
      open
      titleKey={`apiCredentials.${asked.what}.title`}
      continueButtonLabel={`apiCredentials.${asked.what}`}
      continueButtonVariant={asked.what === "delete" ? ButtonVariant.danger : ButtonVariant.primary}
      confirmButtonDisabled={!isReasonValid(reason)}
      toggleDialog={end}
      onConfirm={() => void confirm(asked)}
    >
      <StateQuestion
        what={asked.what}
        credential={asked.credential}
        settings={settings}
        revokesTokens={revokesTokens}
        reason={reason}
        onRevokesTokens={setRevokesTokens}
        onReason={setReason}
      />
    </ConfirmDialogModal>
  );

  return {
    element,
    enable: (credential: Credential) => {
      if (approvalsFor("enable", settings) === undefined) {
        void enable(credential);
      } else {
        ask({ what: "enable", credential });
      }
    },
    disable: (credential: Credential) => ask({ what: "disable", credential }),
    remove: (credential: Credential) => ask({ what: "delete", credential }),
  };
}
