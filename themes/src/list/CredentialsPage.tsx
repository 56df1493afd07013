import { ViewHeader, useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakDataTable, ListEmptyState, useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Label, PageSection, ToolbarItem } from "@patternfly/react-core";
import { cellWidth, type IRowData, wrappable } from "@patternfly/react-table";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import type { Credential, CredentialFilter, LastUsed } from "../api/types";
import { useApi } from "../api/useApi";
import { isAllAddresses } from "../form/addresses";
import { usePermissionSets } from "../form/usePermissionSets";
import { useStateDialogs } from "../state/useStateDialogs";
import { StatusLabel } from "../state/StatusLabel";
import { useCredentialRights } from "../shell/access";
import { toCreate, toDetail } from "../shell/paths";
import { useTime } from "../shell/useTime";
import { Filters } from "./Filters";
import { LastUse, LastUses } from "./LastUse";
import { SetName, Sets } from "./SetName";

/** All credentials of the realm, a page at a time. */
const CredentialsPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useApi();
  const navigate = useNavigate();
  const sets = usePermissionSets();
  const time = useTime();
  const { addError } = useAlerts();
  const { mayManage } = useCredentialRights();
  const [filter, setFilter] = useState<CredentialFilter>({});
  const [changed, setChanged] = useState<keyof CredentialFilter>();
  const [lastUsed, setLastUsed] = useState<LastUsed>();
  const latestLoad = useRef(0);
  const [version, setVersion] = useState(0);
  const refresh = () => setVersion((last) => last + 1);
  const dialogs = useStateDialogs({ onChanged: refresh, onDeleted: refresh });

  const load = async (first = 0, max = 10) => {
    const own = ++latestLoad.current;
    const rows = await api.list(first, max, filter);
    if (own !== latestLoad.current) {
      return rows;
    }
    setLastUsed(undefined);
    // On its own, since looking through the events may take longer than the list.
    if (rows.length > 0) {
      api
        .lastUsed(rows.map((row) => row.id))
        .then((uses) => own === latestLoad.current && setLastUsed(uses))
        .catch((error: unknown) => addError("apiCredentials.failed", error));
    }
    return rows;
  };

  const isFiltered = Object.values(filter).some((value) => value !== undefined);

  return (
    <>
      {dialogs.element}
      <ViewHeader titleKey="apiCredentials.title" subKey="apiCredentials.intro" />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <Sets.Provider value={sets}>
          <LastUses.Provider value={lastUsed}>
            <KeycloakDataTable<Credential>
              // Another filter begins at the first page; after a change of a row it stays where it is.
              key={JSON.stringify(filter)}
              loader={{ signal: version, loader: load }}
              isPaginated
              isSearching={isFiltered}
              ariaLabelKey="apiCredentials.title"
              toolbarItem={
                <>
                  <Filters
                    sets={sets ?? []}
                    filter={filter}
                    changed={changed}
                    onChange={(field, value) => {
                      setChanged(field);
                      setFilter((last) => ({ ...last, [field]: value }));
                    }}
                  />
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
                  cellRenderer: (row) => <SetName type={row.permissionSet} />,
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
        </Sets.Provider>
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
