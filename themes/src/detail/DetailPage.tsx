import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import {
  Alert,
  AlertActionLink,
  DropdownItem,
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  PageSection,
  Tab,
  Tabs,
  TabsComponent,
  TabTitleText,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link, useHref, useNavigate, useParams } from "react-router-dom";
import { usePermissionSets } from "../form/usePermissionSets";
import { useCredentialRights } from "../shell/access";
import { isTab, type Tab as TabName, toDetail, toList } from "../shell/paths";
import { StatusLabel } from "../state/StatusLabel";
import { useStateDialogs } from "../state/useStateDialogs";
import { AddressesTab } from "./AddressesTab";
import { ChangesTab } from "./ChangesTab";
import { PermissionsTab } from "./PermissionsTab";
import { SettingsTab } from "./SettingsTab";
import { UsageTab } from "./UsageTab";
import { useEditing } from "./useEditing";

/** One credential: its settings, permissions and addresses to edit, its uses and changes to look at. */
const DetailPage = () => {
  const { id = "" } = useParams();
  return <Detail key={id} id={id} />;
};

const Detail = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { tab: wanted } = useParams();
  const navigate = useNavigate();
  const sets = usePermissionSets();
  const { mayManage } = useCredentialRights();
  const editing = useEditing(id);
  const dialogs = useStateDialogs({
    onChanged: (answer) => typeof editing === "object" && editing.changed(answer),
    onDeleted: () => void navigate(toList(realm)),
  });
  const base = useHref("/").replace(/\/$/, "");
  const tab = (name: TabName) => ({ eventKey: name, href: base + toDetail(realm, id, name) });

  if (editing === "missing") {
    return (
      <PageSection variant="light">
        <EmptyState data-testid="missing">
          <EmptyStateHeader titleText={t("apiCredentials.missing.title")} headingLevel="h1" />
          <EmptyStateBody>
            {t("apiCredentials.missing.text")} <Link to={toList(realm)}>{t("apiCredentials.missing.back")}</Link>
          </EmptyStateBody>
        </EmptyState>
      </PageSection>
    );
  }
  if (editing === undefined || sets === undefined) {
    return <KeycloakSpinner />;
  }

  const { credential } = editing;
  const set = sets.find(({ type }) => type === credential.permissionSet);
  const tabProps = { editing, isReadOnly: !mayManage };

  return (
    <>
      {dialogs.element}
      <ViewHeader
        // Drawn anew, its menu is closed: it stays open behind a question otherwise.
        key={dialogs.element ? "asking" : String(credential.enabled)}
        titleKey={credential.name}
        noTranslate
        subKey={<>{credential.clientId}</>}
        badges={[{ text: <StatusLabel isEnabled={credential.enabled} /> }]}
        divider={false}
        dropdownItems={
          mayManage
            ? [
                <DropdownItem
                  key="state"
                  data-testid={credential.enabled ? "disable" : "enable"}
                  onClick={() =>
                    credential.enabled ? dialogs.disable(credential) : void dialogs.enable(credential)
                  }
                >
                  {t(credential.enabled ? "apiCredentials.disable" : "apiCredentials.enable")}
                </DropdownItem>,
                <DropdownItem key="delete" data-testid="delete" onClick={() => dialogs.remove(credential)}>
                  {t("apiCredentials.delete")}
                </DropdownItem>,
              ]
            : undefined
        }
      />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        {editing.isStale && (
          <Alert
            isInline
            variant="warning"
            data-testid="stale"
            title={t("apiCredentials.stale")}
            actionLinks={<AlertActionLink onClick={editing.reload}>{t("reload")}</AlertActionLink>}
          />
        )}
        {credential.warnings?.map((warning) => (
          <Alert key={warning} isInline variant="warning" title={warning} />
        ))}
        {/* As the stock console's own, which know only tabs of its own copy of PatternFly. */}
        <Tabs
          activeKey={isTab(wanted) ? wanted : "settings"}
          component={TabsComponent.nav}
          inset={{ default: "insetNone", xl: "insetLg", "2xl": "insetLg" }}
          isBox
          mountOnEnter
          unmountOnExit
        >
          <Tab {...tab("settings")} title={<TabTitleText>{t("settings")}</TabTitleText>}>
            <SettingsTab {...tabProps} set={set} />
          </Tab>
          <Tab {...tab("permissions")} title={<TabTitleText>{t("apiCredentials.permissions")}</TabTitleText>}>
            <PermissionsTab {...tabProps} set={set} />
          </Tab>
          <Tab {...tab("ip-addresses")} title={<TabTitleText>{t("apiCredentials.addresses")}</TabTitleText>}>
            <AddressesTab {...tabProps} />
          </Tab>
          <Tab {...tab("usage")} title={<TabTitleText>{t("apiCredentials.usage")}</TabTitleText>}>
            <UsageTab id={id} />
          </Tab>
          <Tab {...tab("changes")} title={<TabTitleText>{t("apiCredentials.changes")}</TabTitleText>}>
            <ChangesTab key={credential.updatedAt} id={id} />
          </Tab>
        </Tabs>
      </PageSection>
    </>
  );
};

export default DetailPage;
