import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { DryRun } from "../api/types";
import { toDetail } from "../page/paths";
import { useViolations } from "../state/useViolations";

/** As many as fit into a dialog. */
const MOST_NAMED = 10;

/** Which credentials would not comply with settings that are not saved yet. */
export const DryRunResult = ({ result: { count, violating } }: { result: DryRun }) => {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const violationName = useViolations();
  if (count === 0) {
    return (
      <Alert
        isInline
        isLiveRegion
        component="h2"
        variant="success"
        data-testid="dry-run"
        title={t("apiCredentials.settings.dryRun.none")}
      />
    );
  }
  const named = violating.slice(0, MOST_NAMED);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Alert
      isInline
      isLiveRegion
      component="h2"
      variant="warning"
      data-testid="dry-run"
      title={t("apiCredentials.settings.dryRun.some", { count, number: number.format(count) })}
    >
      <p>{t("apiCredentials.settings.dryRun.text")}</p>
      <List>
        {named.map(({ id, name, violations }) => (
          <ListItem key={id}>
            <Link
              to={toDetail(realm, id)}
              target="_blank"
              rel="noreferrer"
              className="api-credentials__link-in-text"
            >
              {name ?? id}
            </Link>
            {": "}
            {violations.map(violationName).join(" ")}
          </ListItem>
        ))}
      </List>
      {count > named.length && (
        <p>
          {t("apiCredentials.settings.dryRun.more", {
            count: count - named.length,
            number: number.format(count - named.length),
          })}
        </p>
      )}
    </Alert>
  );
};
