import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import { PendingNotice } from "../state/PendingNotice";
import { creationOf, pickUpOf, refusalOf } from "../state/status";
import { useViolations } from "../state/useViolations";
import { PickUpNotice } from "./PickUpNotice";

interface NoticesProps {
  credential: Credential;
  /** Something has become of it that the page does not know yet. */
  onOutdated: () => void;
}

/** What waits of a credential, and what is wrong with it as a whole, above its tabs. */
export const Notices = ({ credential, onOutdated }: NoticesProps) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const violationName = useViolations();
  const time = useTime();
  const refusal = refusalOf(credential);
  const pickUp = pickUpOf(credential);
  const { id, pending, pickUp: approved, ownerGone, violations = [], warnings = [] } = credential;
  const creation = creationOf(credential);
  const isRejected = creation === "rejected";
  return (
    <>
      {pending && <PendingNotice pending={pending} onOver={onOutdated} />}
      {approved && <PickUpNotice id={id} pickUp={approved} onPickedUp={onOutdated} />}
      {isRejected && (
        <Alert isInline variant="warning" data-testid="rejected" title={t("apiCredentials.creation.rejected.text")} />
      )}
      {pickUp !== undefined && creation === undefined && (
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
      {refusal !== undefined && pickUp === undefined && creation === undefined && (
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
