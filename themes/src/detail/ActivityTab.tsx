import { KeycloakSpinner, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, ExpandableSection, PageSection } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Activity } from "../api/activityTypes";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { Facts } from "../page/Facts";
import { LoadFailure } from "../page/LoadFailure";
import { useWhen } from "../page/useWhen";
import { gapOf } from "../state/activity";
import { Counted } from "../state/Counted";
import { GapNote } from "../state/GapNote";
import type { LoadedActivity } from "../state/useActivity";
import { ActivityChart } from "./ActivityChart";
import { CountsTable } from "./CountsTable";
import { SeenAddresses } from "./SeenAddresses";

/** When, from where and how often the credential was used and refused, as counted. */
export const ActivityTab = ({ credential, counted }: { credential: Credential; counted: LoadedActivity }) => {
  const { t, i18n } = useTranslation();
  const whenOf = useWhen();
  const { known, failure, reload } = counted;
  useEffect(() => {
    // It was loaded with the page, perhaps long ago.
    if (known !== undefined) {
      reload();
    }
  }, []);
  if (known === undefined) {
    return failure === undefined ? (
      <KeycloakSpinner />
    ) : (
      <LoadFailure what="activity" error={failure} onRetry={reload} />
    );
  }
  const { activity, last } = known;
  const { recorded, accepted, refused } = activity;
  const number = new Intl.NumberFormat(i18n.language);
  const when = last && whenOf(last.at);
  return (
    <PageSection variant="light">
      {!recorded && (
        <Alert isInline variant="warning" data-testid="not-counted" title={t("apiCredentials.activity.notCounted")} />
      )}
      <Facts
        facts={[
          [
            t("apiCredentials.lastUsed"),
            last === undefined
              ? t("apiCredentials.lastUsed.none")
              : last.from === undefined
                ? when
                : t("apiCredentials.activity.whenAndWhere", { when, address: last.from }),
          ],
          [t("apiCredentials.activity.accepted"), number.format(accepted)],
          [t("apiCredentials.activity.refused"), number.format(refused)],
        ]}
      />
      {accepted + refused === 0 ? (
        <ListEmptyState
          hasIcon={false}
          message={t("apiCredentials.activity.none")}
          instructions={t("apiCredentials.activity.none.text")}
        />
      ) : (
        <Numbers activity={activity} />
      )}
      <p className="api-credentials__note" data-testid="counted-since">
        <GapNote gap={gapOf(activity, credential.createdAt)} />{" "}
        {recorded && <Counted recording={activity} />}
      </p>
    </PageSection>
  );
};

const Numbers = ({ activity }: { activity: Activity }) => {
  const { t, i18n } = useTranslation();
  const { refusalName } = useTerms();
  const [isOpen, setOpen] = useState(false);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeZone: "UTC" });
  const { buckets, secrets, reasons } = activity;
  return (
    <>
      <ActivityChart activity={activity} />
      <ExpandableSection
        toggleText={t("apiCredentials.activity.table")}
        toggleId="activity-days-toggle"
        isExpanded={isOpen}
        onToggle={(_, open) => setOpen(open)}
        data-testid="activity-table"
      >
        <CountsTable
          testId="activity-days"
          title={t("apiCredentials.activity.days")}
          column={t("apiCredentials.activity.dayColumn")}
          rows={buckets.toReversed().map(({ from, ...counts }) => ({
            key: from.slice(0, 10),
            name: day.format(new Date(from)),
            ...counts,
          }))}
        />
      </ExpandableSection>
      <SeenAddresses activity={activity} allowedIps={[]} onAdd={undefined} />
      {reasons.length > 0 && (
        <CountsTable
          testId="activity-reasons"
          title={t("apiCredentials.activity.reasons")}
          column={t("apiCredentials.usage.reason")}
          rows={reasons.map(({ reason, ...counts }) => ({ key: reason, name: refusalName(reason), ...counts }))}
        />
      )}
      {secrets.length > 0 && (
        <CountsTable
          testId="activity-secrets"
          title={t("apiCredentials.activity.secrets")}
          column={t("apiCredentials.secrets.secret")}
          rows={secrets.map(({ id, ...counts }) => ({ key: id, name: <code>{id}</code>, ...counts }))}
        />
      )}
    </>
  );
};
