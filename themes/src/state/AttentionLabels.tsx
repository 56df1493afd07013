import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential, Settings } from "../api/types";
import { useTime } from "../page/useTime";
import { duesOf } from "./due";
import { useViolations } from "./useViolations";

interface AttentionLabelsProps {
  credential: Credential;
  settings: Settings | undefined;
}

/** What somebody should do about a credential that works: a label each. */
export const AttentionLabels = ({ credential, settings }: AttentionLabelsProps) => {
  const { t } = useTranslation();
  const day = useTime("day");
  const violationName = useViolations();
  const { violations = [], ownerGone } = credential;
  const now = new Date();
  return (
    <>
      {violations.length > 0 && (
        <Label isCompact color="orange" title={violations.map(violationName).join("\n")} data-testid="violates">
          {t("apiCredentials.violations")}
        </Label>
      )}
      {duesOf(credential, settings, now).map(({ kind, at }) => {
        const isOverdue = Date.parse(at) <= now.getTime();
        return (
          <Label key={kind} isCompact color="gold" data-testid={`due-${kind}`}>
            {isOverdue ? t(`apiCredentials.due.${kind}.over`) : t(`apiCredentials.due.${kind}`, { date: day(at) })}
          </Label>
        );
      })}
      {ownerGone && (
        <Label isCompact color="orange" data-testid="owner-gone">
          {t("apiCredentials.ownerGone.short")}
        </Label>
      )}
    </>
  );
};
