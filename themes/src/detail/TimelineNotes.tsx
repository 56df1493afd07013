import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Timeline } from "../api/timelineTypes";
import { EventsLink } from "../page/EventsLink";
import { toAudit } from "../page/paths";
import { durationIn } from "../page/time";

/** What of all that happens is in the timeline: without it, silence could be taken for proof that nothing happened. */
export const TimelineNotes = ({ id, told }: { id: string; told: Timeline }) => {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const { usesRecorded, usesKeptFor, changesRecorded } = told;
  const duration = usesKeptFor === undefined ? undefined : durationIn(i18n.language, usesKeptFor);
  return (
    <>
      {!changesRecorded && (
        <Alert
          isInline
          variant="warning"
          component="h2"
          data-testid="changes-not-recorded"
          title={t("apiCredentials.audit.notRecorded")}
        >
          {t("apiCredentials.timeline.byEventsOnly")}
        </Alert>
      )}
      <p className="api-credentials__recording" data-testid="recording">
        {usesRecorded
          ? duration === undefined
            ? t("apiCredentials.timeline.usesKept")
            : t("apiCredentials.timeline.usesKeptFor", { duration })
          : t("apiCredentials.timeline.usesNotSaved", { tab: t("apiCredentials.activity") })}{" "}
        <EventsLink />
        {changesRecorded && (
          <>
            {" "}
            <Link
              data-testid="audit-of-credential"
              className="api-credentials__link-in-text"
              to={`${toAudit(realm)}?${new URLSearchParams({ credential: id }).toString()}`}
            >
              {t("apiCredentials.timeline.audit")}
            </Link>
          </>
        )}
      </p>
    </>
  );
};
