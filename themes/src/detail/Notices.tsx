import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import { pickUpOf, refusalOf } from "../state/status";
import { useViolations } from "../state/useViolations";

/** What is wrong with a credential as a whole, above its tabs. */
export const Notices = ({ credential }: { credential: Credential }) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const violationName = useViolations();
  const time = useTime();
  const refusal = refusalOf(credential);
  const pickUp = pickUpOf(credential);
  const { ownerGone, violations = [], warnings = [] } = credential;
  return (
    <>
      {pickUp !== undefined && (
        <Alert
          isInline
          variant={pickUp === "open" ? "info" : "warning"}
          data-testid="pick-up"
          title={t(`apiCredentials.pickUp.${pickUp}.text`, {
            time: time(credential.delivery?.expiresAt),
            tab: t("apiCredentials.secrets"),
          })}
        />
      )}
      {refusal !== undefined && pickUp === undefined && (
        <Alert
          isInline
          variant="danger"
          data-testid="refusal"
          title={t("apiCredentials.refused", { reason: refusalName(refusal) })}
        />
      )}
      {violations.length > 0 && (
        <Alert isInline variant="warning" data-testid="violations" title={t("apiCredentials.violations.text")}>
          <List>
            {violations.map((code) => (
              <ListItem key={code}>{violationName(code)}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      {ownerGone && (
        <Alert isInline variant="warning" data-testid="owner-gone" title={t("apiCredentials.ownerGone")}>
          {t("apiCredentials.ownerGone.text")}
        </Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} isInline variant="warning" title={warning} />
      ))}
    </>
  );
};
