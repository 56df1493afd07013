import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner, useAlerts } from "@keycloak/keycloak-ui-shared";
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
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useHref, useNavigate, useParams } from "react-router-dom";
import { Refusal } from "../api/refusal";
import type { Content, Credential, Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { usePermissionSets } from "../form/usePermissionSets";
import { useCredentialRights } from "../shell/access";
import { isTab, type Tab as TabName, toDetail, toList } from "../shell/routes";
import { StatusLabel } from "../state/StatusLabel";
import { useStateDialogs } from "../state/useStateDialogs";
import { AddressesTab } from "./AddressesTab";
import { ChangesTab } from "./ChangesTab";
import { PermissionsTab } from "./PermissionsTab";
import { SettingsTab } from "./SettingsTab";
import { UsageTab } from "./UsageTab";

type Loaded = Credential | "missing" | undefined;

/** One credential: its settings, permissions and addresses to edit, its uses and changes to look at. */
const DetailPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { id = "", tab: wanted } = useParams();
  const api = useApi();
  const navigate = useNavigate();
  const sets = usePermissionSets();
  const { mayManage } = useCredentialRights();
  const { addAlert, addError } = useAlerts();
  const [credential, setCredential] = useState<Loaded>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [version, setVersion] = useState(0);

  const show = (read: Credential) => {
    setCredential(read);
    setProblems([]);
    setVersion((last) => last + 1);
  };
  const load = async () => {
    try {
      show(await api.get(id));
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) {
        setCredential("missing");
      } else {
        addError("apiCredentials.failed", error);
      }
    }
  };
  useEffect(() => void load(), [api, id]);

  const dialogs = useStateDialogs({ onChanged: show, onDeleted: () => void navigate(toList(realm)) });

  const base = useHref("/").replace(/\/$/, "");
  const tab = (name: TabName) => ({ eventKey: name, href: base + toDetail(realm, id, name) });

  if (credential === "missing") {
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
  if (credential === undefined || sets === undefined) {
    return <KeycloakSpinner />;
  }

  const set = sets.find(({ type }) => type === credential.permissionSet);
  const save = async (changed: Partial<Content>) => {
    const { name, description, allowedIps = [], permissions: held = [] } = credential;
    try {
      show(await api.update(credential, { name, description, allowedIps, permissions: held, ...changed }));
      addAlert(t("apiCredentials.saved"));
    } catch (error) {
      if (error instanceof Refusal && error.problems.length > 0) {
        setProblems(error.problems);
      } else {
        addError("apiCredentials.failed", error);
      }
    }
  };
  const isStale = problems.some(({ field }) => field === "updatedAt");
  const tabProps = { key: version, credential, problems, isReadOnly: !mayManage, onSave: save };

  return (
    <>
      {dialogs.element}
      <ViewHeader
        // Drawn anew, its menu is closed: it stays open behind a question otherwise.
        key={dialogs.element ? "asking" : version}
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
        {isStale && (
          <Alert
            isInline
            variant="warning"
            data-testid="stale"
            title={t("apiCredentials.stale")}
            actionLinks={<AlertActionLink onClick={() => void load()}>{t("reload")}</AlertActionLink>}
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
            <ChangesTab id={id} />
          </Tab>
        </Tabs>
      </PageSection>
    </>
  );
};

export default DetailPage;
