import { useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import { Button, Divider } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Credential } from "../api/types";
import { usePermissionSets } from "../form/usePermissionSets";
import { useSettings } from "../form/useSettings";
import { useCredentialRights } from "../page/access";
import { focusFirst } from "../page/focus";
import { LoadFailure } from "../page/LoadFailure";
import { Pages } from "../page/Pages";
import { toStop } from "../page/paths";
import { Section } from "../page/Section";
import { Counted } from "../state/Counted";
import { actsOn } from "../state/status";
import { useStateDialogs } from "../state/useStateDialogs";
import { Chips } from "./Chips";
import { CredentialTable, linkOf, menuOf } from "./CredentialTable";
import { isFiltered, neighbourOf } from "./listing";
import { ListToolbar } from "./ListToolbar";
import { NoneFound, NoneThere } from "./NoCredentials";
import { useBulkDisable } from "./useBulkDisable";
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
  const { shown, uses, failure } = listing;
  const bulk = useBulkDisable(listing);

  // A deleted row takes the keyboard with it: it goes to the row that takes its place, once that is there.
  const next = useRef<string>();
  useEffect(() => {
    if (next.current !== undefined) {
      focusFirst(linkOf(next.current));
      next.current = undefined;
    }
  }, [shown]);

  const dialogs = useStateDialogs({
    settings,
    openerOf: ({ id }) => menuOf(id),
    onChanged: listing.refresh,
    onDeleted: ({ id }) => {
      next.current = neighbourOf(shown?.rows ?? [], id)?.id ?? "";
      listing.refresh();
    },
  });
  const actionsOf = (row: Credential) =>
    actsOn(row).map((act) => ({
      title: t(`apiCredentials.${act}`),
      onClick: () => (act === "delete" ? dialogs.remove(row) : dialogs[act](row)),
    }));

  return (
    <>
      {dialogs.element}
      {bulk.dialog}
      <Section active="list">
        {failure !== undefined && <LoadFailure what="load" error={failure} onRetry={listing.refresh} />}
        {shown === undefined ? (
          failure === undefined && <KeycloakSpinner />
        ) : shown.total === 0 && !isFiltered(shown.filter) ? (
          <NoneThere />
        ) : (
          <>
            <ListToolbar listing={listing} sets={sets ?? []} />
            <div className="api-credentials__chips">
              <Chips listing={listing} />
              {mayManage && (
                <div>
                  {bulk.button}{" "}
                  <Button
                    size="sm"
                    variant="link"
                    isDanger
                    data-testid="emergency-stop"
                    component={(props) => <Link {...props} to={toStop(realm)} />}
                  >
                    {t("apiCredentials.stop")}
                  </Button>
                </div>
              )}
            </div>
            <Divider />
            {shown.total === 0 ? (
              <NoneFound onClear={listing.clear} />
            ) : (
              <>
                <CredentialTable
                  rows={shown.rows}
                  sets={sets}
                  uses={uses}
                  sort={listing.sort}
                  onSort={listing.order}
                  settings={settings}
                  actionsOf={mayManage ? actionsOf : undefined}
                  selection={mayManage ? bulk.selection : undefined}
                />
                {uses && (
                  <p data-testid="recording" className="api-credentials__recording">
                    <Counted recording={uses} />
                  </p>
                )}
                <Pages of={listing} variant="bottom" />
              </>
            )}
          </>
        )}
      </Section>
    </>
  );
};

export default CredentialsPage;
