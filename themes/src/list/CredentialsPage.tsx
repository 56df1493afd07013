import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import { Divider, PageSection } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Credential } from "../api/types";
import { usePermissionSets } from "../form/usePermissionSets";
import { useSettings } from "../form/useSettings";
import { useCredentialRights } from "../page/access";
import { focusFirst } from "../page/focus";
import { LoadFailure } from "../page/LoadFailure";
import { toSettings } from "../page/paths";
import { Recorded } from "../page/Recorded";
import { useStateDialogs } from "../state/useStateDialogs";
import { CredentialTable, linkOf, menuOf } from "./CredentialTable";
import { isFiltered, neighbourOf } from "./listing";
import { ListToolbar } from "./ListToolbar";
import { NoneFound, NoneThere } from "./NoCredentials";
import { Pages } from "./Pages";
import { useListing } from "./useListing";

/** All credentials of the realm, a page at a time. */
const CredentialsPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  // Only their names are shown here; without them, what they are called in requests.
  const { sets } = usePermissionSets();
  const { mayManage } = useCredentialRights();
  const settings = useSettings();
  const listing = useListing();
  const { shown, lastUsed, failure } = listing;

  // A deleted row takes the keyboard with it: it goes to the row that takes its place, once that is there.
  const next = useRef<string>();
  useEffect(() => {
    if (next.current !== undefined) {
      focusFirst(linkOf(next.current));
      next.current = undefined;
    }
  }, [shown]);

  const dialogs = useStateDialogs({
    openerOf: ({ id }) => menuOf(id),
    onChanged: listing.refresh,
    onDeleted: ({ id }) => {
      next.current = neighbourOf(shown?.rows ?? [], id)?.id ?? "";
      listing.refresh();
    },
  });
  const actionsOf = (row: Credential) => [
    {
      title: t(row.enabled ? "apiCredentials.disable" : "apiCredentials.enable"),
      onClick: () => (row.enabled ? dialogs.disable(row) : void dialogs.enable(row)),
    },
    { title: t("apiCredentials.delete"), onClick: () => dialogs.remove(row) },
  ];

  return (
    <>
      {dialogs.element}
      <ViewHeader
        titleKey="apiCredentials.title"
        subKey={
          <>
            {t("apiCredentials.intro")}{" "}
            <Link data-testid="settings" className="api-credentials__link-in-text" to={toSettings(realm)}>
              {t("apiCredentials.settings")}
            </Link>
          </>
        }
      />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        {failure !== undefined && <LoadFailure what="load" error={failure} onRetry={listing.refresh} />}
        {shown === undefined ? (
          failure === undefined && <KeycloakSpinner />
        ) : shown.total === 0 && !isFiltered(shown.filter) ? (
          <NoneThere />
        ) : (
          <>
            <ListToolbar listing={listing} sets={sets ?? []} />
            <Divider />
            {shown.total === 0 ? (
              <NoneFound onClear={listing.clear} />
            ) : (
              <>
                <CredentialTable
                  rows={shown.rows}
                  sets={sets}
                  lastUsed={lastUsed}
                  settings={settings}
                  actionsOf={mayManage ? actionsOf : undefined}
                />
                {lastUsed && (
                  <p data-testid="recording" className="api-credentials__recording">
                    <Recorded what="usage" recording={lastUsed} />
                  </p>
                )}
                <Pages listing={listing} variant="bottom" />
              </>
            )}
          </>
        )}
      </PageSection>
    </>
  );
};

export default CredentialsPage;
