import { useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { Alert, List, ListItem } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "../api/approvalTypes";
import { useViolations } from "../state/useViolations";
import type { Outdated } from "./deciding";

interface RequestNoticesProps {
  approval: Approval;
  /** Why the page was loaded anew instead of voting. */
  outdated: Outdated | undefined;
}

/** What somebody has to know before deciding. */
export const RequestNotices = ({ approval, outdated }: RequestNoticesProps) => {
  const { t } = useTranslation();
  const { whoAmI } = useWhoAmI();
  const violationName = useViolations();
  const { status, stale, violations = [], warnings = [], requestedBy } = approval;
  const isOpen = status === "open";
  const reloaded = useRef<HTMLDivElement>(null);
  // The button that has brought it is far below.
  useEffect(() => {
    // Nothing is returned: newer browsers answer with a promise, which is no way to clean up.
    reloaded.current?.scrollIntoView({ block: "center" });
  }, [outdated, approval]);
  return (
    <>
      {outdated && (
        <div ref={reloaded}>
          <Alert
            isInline
            isLiveRegion
            variant="warning"
            data-testid="outdated"
            title={t(`apiCredentials.approval.outdated.${outdated}`)}
          />
        </div>
      )}
      {isOpen && stale && (
        <Alert isInline variant="warning" data-testid="stale" title={t("apiCredentials.approval.stale")}>
          {t("apiCredentials.approval.stale.text")}
        </Alert>
      )}
      {isOpen && requestedBy === whoAmI.userId && (
        <Alert isInline variant="info" data-testid="own" title={t("apiCredentials.approval.own")} />
      )}
      {isOpen && violations.length > 0 && (
        <Alert isInline variant="warning" data-testid="violations" title={t("apiCredentials.approval.violations")}>
          <List>
            {violations.map((code) => (
              <ListItem key={code}>{violationName(code)}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} isInline variant="warning" title={warning} />
      ))}
    </>
  );
};
