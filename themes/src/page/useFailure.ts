import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Unreachable } from "../api/refusal";

export type Loadable = "load" | "loadOne" | "usage" | "changes";
type Act = "enable" | "disable" | "delete" | "save" | Loadable;

/** Says what was not done, and why. */
export function useFailure() {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const textOf = (act: Act, error: unknown): string =>
    t(`apiCredentials.failed.${act}`, {
      reason:
        error instanceof Unreachable
          ? t("apiCredentials.unreachable")
          : error instanceof Error
            ? error.message
            : String(error),
    });
  return { textOf, report: (act: Act, error: unknown) => addAlert(textOf(act, error), AlertVariant.danger) };
}
