import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { ButtonVariant } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { useFailure } from "../page/useFailure";
import { useTime } from "../page/useTime";

/** Kinds of refusals that are about its use, so that it can be ended all the same. */
const OF_USE = ["secret_in_use", "secret_use_unknown"];

/** The secret to end, and what the server had against it. */
interface Asked {
  secretId: string;
  objection?: Problem;
}

interface EndSecretProps {
  id: string;
  onEnded: () => void;
  onClose: () => void;
}

/** Ends a secret after a question; after a second one where it may be in use, which says when and from where. */
export function useEndSecret({ id, onEnded, onClose }: EndSecretProps): {
  element: ReactNode;
  ask: (secretId: string) => void;
} {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const moment = useTime("second");
  const [asked, setAsked] = useState<Asked>();

  const end = async ({ secretId, objection }: Asked) => {
    try {
      await api.endSecret(id, secretId, objection !== undefined);
      addAlert(t("apiCredentials.secrets.end.done"));
      onEnded();
    } catch (error) {
      const found = error instanceof Refusal ? error.problems.find(({ code }) => OF_USE.includes(code!)) : undefined;
      if (found && objection === undefined) {
        setAsked({ secretId, objection: found });
      } else {
        report("endSecret", error);
        onEnded();
      }
    }
  };

  const textOf = (objection: Problem | undefined): string => {
    if (objection === undefined) {
      return t("apiCredentials.secrets.end.text");
    }
    const [, at, address] = objection.params ?? [];
    return at && address
      ? t("apiCredentials.secrets.end.inUse", { when: moment(at), address })
      : t("apiCredentials.secrets.end.unknown");
  };

  return {
    ask: (secretId) => setAsked({ secretId }),
    element: asked && (
      <ConfirmDialogModal
        key={asked.objection?.code ?? "first"}
        open
        titleKey={asked.objection ? "apiCredentials.secrets.end.again" : "apiCredentials.secrets.end.title"}
        continueButtonLabel={asked.objection ? "apiCredentials.secrets.end.force" : "apiCredentials.secrets.end"}
        continueButtonVariant={ButtonVariant.danger}
        toggleDialog={() => {
          setAsked(undefined);
          onClose();
        }}
        onConfirm={() => void end(asked)}
      >
        <p data-testid={asked.objection ? "end-in-use" : "end-text"}>{textOf(asked.objection)}</p>
      </ConfirmDialogModal>
    ),
  };
}
