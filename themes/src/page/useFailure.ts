import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useWording } from "../problem/useWording";

export type Loadable = "load" | "loadOne" | "activity" | "timeline" | "secrets" | "settings" | "approvals" | "approval" | "audit";
type Act =
  | ("enable" | "disable" | "delete" | "save" | "rotate" | "endSecret" | "withdrawLink" | "saveSettings")
  | ("decide" | "withdraw" | "pickUp" | "explain" | "verify" | "stop" | "download")
  | Loadable;

/** Says what was not done, and why. */
export function useFailure() {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { reasonOf } = useWording();
  const textOf = (act: Act, error: unknown): string =>
    t(`apiCredentials.failed.${act}`, { reason: reasonOf(error) });
  return { textOf, report: (act: Act, error: unknown) => addAlert(textOf(act, error), AlertVariant.danger) };
}
