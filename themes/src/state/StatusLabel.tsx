import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { isExpired, refusalOf } from "./status";

interface StatusLabelProps {
  credential: Credential;
  /** Leaves the reason to what is around it. */
  isShort?: boolean;
}

/** Whether a credential can authenticate, and why it cannot though it is enabled and has not expired. */
export const StatusLabel = ({ credential, isShort }: StatusLabelProps) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const refusal = refusalOf(credential);
  if (isExpired(credential)) {
    return (
      <Label color="orange" data-testid="status">
        {t("apiCredentials.expired")}
      </Label>
    );
  }
  if (refusal !== undefined) {
    return (
      <>
        <Label color="red" data-testid="status">
          {t("apiCredentials.cannotAuthenticate")}
        </Label>
        {!isShort && <div className="api-credentials__reason">{refusalName(refusal)}</div>}
      </>
    );
  }
  return (
    <Label color={credential.enabled ? "green" : "grey"} data-testid="status">
      {t(credential.enabled ? "apiCredentials.enabled" : "apiCredentials.disabled")}
    </Label>
  );
};
