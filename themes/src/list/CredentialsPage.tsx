import { ViewHeader, useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakDataTable, ListEmptyState, useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Label, PageSection, ToolbarItem } from "@patternfly/react-core";
import { cellWidth, type IRowData, wrappable } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import type { Credential, CredentialFilter, LastUsed } from "../api/types";
import { useApi } from "../api/useApi";
import { isAllAddresses } from "../form/addresses";
import { usePermissionSets } from "../form/usePermissionSets";
import { useTerms } from "../form/useTerms";
import { useStateDialogs } from "../state/useStateDialogs";
import { StatusLabel } from "../state/StatusLabel";
import { useCredentialRights } from "../shell/access";
import { toCreate, toDetail } from "../shell/routes";
import { useTime } from "../shell/useTime";
import { Filters } from "./Filters";
import { LastUse, LastUses } from "./LastUse";

/** All credentials of the realm, a page at a time. */
const CredentialsPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useApi();
  const navigate = useNavigate();
  const sets = usePermissionSets();
  const { setName } = useTerms();
  const time = useTime();
  const { addError } = useAlerts();
  const { mayManage } = useCredentialRights();
  const [filter, setFilter] = useState<CredentialFilter>({});
  const [lastUsed, setLastUsed] = useState<LastUsed>();
  const [version, setVersion] = useState(0);
  const refresh = () => setVersion((last) => last + 1);
  const dialogs = useStateDialogs({ onChanged: refresh, onDeleted: refresh });

  const load = async (first?: number, max?: number, search?: string) => {
    const rows = await api.list(first ?? 0, max ?? 10, search ?? "", filter);
    // On its own, since looking through the events may take longer than the list.
    if (rows.length > 0) {
      api
        .lastUsed(rows.slice(0, 100).map((row) => row.id))
        .then(setLastUsed)
        .catch((error: unknown) => addError("apiCredentials.failed", error));
    }
    return rows;
  };

  const isFiltered = filter.permissionSet !== undefined || filter.enabled !== undefined;

  return (
    <>
      {dialogs.element}
      <ViewHeader titleKey="apiCredentials.title" subKey="apiCredentials.intro" />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <LastUses.Provider value={lastUsed}>
          <KeycloakDataTable<Credential>
            key={`${version} ${filter.permissionSet} ${filter.enabled}`}
            loader={load}
            isPaginated
            isSearching={isFiltered}
            ariaLabelKey="apiCredentials.title"
            searchPlaceholderKey="apiCredentials.search"
            toolbarItem={
              <>
                <Filters sets={sets ?? []} filter={filter} onChange={setFilter} />
                {mayManage && (
                  <ToolbarItem>
                    <Button
                      data-testid="create-credentials"
                      component={(props) => <Link {...props} to={toCreate(realm)} />}
                    >
                      {t("apiCredentials.create.title")}
                    </Button>
                  </ToolbarItem>
                )}
              </>
            }
            columns={[
              {
                name: "name",
                displayKey: "apiCredentials.name",
                transforms: [cellWidth(20)],
                cellRenderer: (row) => <Link to={toDetail(realm, row.id)}>{row.name}</Link>,
              },
              {
                name: "permissionSet",
                displayKey: "apiCredentials.set",
                transforms: [cellWidth(15), wrappable],
                cellRenderer: (row) =>
                  setName(
                    sets?.find((set) => set.type === row.permissionSet),
                    row.permissionSet,
                  ),
              },
              {
                name: "enabled",
                displayKey: "apiCredentials.status",
                cellRenderer: (row) => <StatusLabel isEnabled={row.enabled} />,
              },
              {
                name: "allowedIps",
                displayKey: "apiCredentials.addresses",
                cellRenderer: (row) => <AddressCell allowedIps={row.allowedIps} />,
              },
              {
                name: "createdAt",
                displayKey: "apiCredentials.createdAt",
                cellRenderer: (row) => time(row.createdAt),
              },
              {
                name: "lastUsed",
                displayKey: "apiCredentials.lastUsed",
                cellRenderer: (row) => <LastUse id={row.id} />,
              },
            ]}
            actionResolver={
              mayManage
                ? ({ data }: IRowData) => {
                    const credential = data as Credential;
                    return [
                      {
                        title: t(credential.enabled ? "apiCredentials.disable" : "apiCredentials.enable"),
                        onClick: () =>
                          credential.enabled ? dialogs.disable(credential) : void dialogs.enable(credential),
                      },
                      { title: t("apiCredentials.delete"), onClick: () => dialogs.remove(credential) },
                    ];
                  }
                : undefined
            }
            emptyState={
              <ListEmptyState
                message={t("apiCredentials.empty.title")}
                instructions={t("apiCredentials.empty.text")}
                primaryActionText={mayManage ? t("apiCredentials.create.title") : undefined}
                onPrimaryAction={() => void navigate(toCreate(realm))}
              />
            }
          />
        </LastUses.Provider>
      </PageSection>
    </>
  );
};

const AddressCell = ({ allowedIps }: { allowedIps: string[] | undefined }) => {
  const { t } = useTranslation();
  if (allowedIps === undefined) {
    return <Label color="red">{t("apiCredentials.addresses.unreadable")}</Label>;
  }
  return isAllAddresses(allowedIps) ? (
    <Label color="orange">{t("apiCredentials.addresses.all")}</Label>
  ) : (
    <>{allowedIps.join(", ")}</>
  );
};

export default CredentialsPage;
