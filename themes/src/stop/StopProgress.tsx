import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, List, ListItem, Progress as Bar } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { toDetail } from "../page/paths";
import { percentOf, type Progress } from "./progress";

interface StopProgressProps {
  progress: Progress;
  /** The connection has ended before the stop. */
  isBroken: boolean;
}

/** How far a stop has come, and at its end what was done and what was not. */
export const StopProgress = ({ progress, isBroken }: StopProgressProps) => {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const { stopped, withdrawn, revoked, notStopped, isComplete } = progress;
  const number = new Intl.NumberFormat(i18n.language);
  const done = t("apiCredentials.stop.stopped", { count: stopped, number: number.format(stopped) });
  return (
    <div data-testid="stop-progress">
      <Bar
        value={percentOf(progress)}
        title={t("apiCredentials.stop.progress")}
        className="pf-v5-u-mb-md"
        variant={isBroken || isComplete === false ? "danger" : isComplete ? "success" : undefined}
      />
      {(isBroken || isComplete !== undefined) && (
        <Alert
          isInline
          isLiveRegion
          component="h2"
          variant={isBroken || !isComplete ? "danger" : "success"}
          data-testid="stop-result"
          title={isBroken ? t("apiCredentials.stop.broken") : isComplete ? done : t("apiCredentials.stop.left")}
        >
          {!isComplete && (!isBroken || stopped > 0) && <p>{done}</p>}
          {withdrawn > 0 && (
            <p>{t("apiCredentials.stop.withdrew", { count: withdrawn, number: number.format(withdrawn) })}</p>
          )}
          {revoked > 0 && <p>{t("apiCredentials.stop.revoked", { count: revoked, number: number.format(revoked) })}</p>}
          {notStopped.length > 0 && (
            <List>
              {notStopped.map(({ id, name, code }) => (
                <ListItem key={id}>
                  <Link to={toDetail(realm, id)} className="api-credentials__link-in-text">
                    {name}
                  </Link>
                  {": "}
                  {t(`apiCredentials.stop.code.${code}`, { defaultValue: code })}
                </ListItem>
              ))}
            </List>
          )}
        </Alert>
      )}
    </div>
  );
};
