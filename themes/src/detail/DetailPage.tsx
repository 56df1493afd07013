import { useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import {
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  PageSection,
  Tab,
  Tabs,
  TabsComponent,
  TabTitleText,
} from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useHref, useNavigate, useParams } from "react-router-dom";
import type { PermissionSet } from "../api/types";
import { useApi } from "../api/useApi";
import { usePermissionSets } from "../form/usePermissionSets";
import { useSettings } from "../form/useSettings";
import { useCredentialRights } from "../page/access";
import { useCrumb } from "../page/crumb";
import { focusHeading } from "../page/focus";
import { useUnsaved } from "../page/Leaving";
import { LoadFailure } from "../page/LoadFailure";
import { isOfDetail, type Tab as TabName, tabOf, toDetail, toList } from "../page/paths";
import { isUnapproved } from "../state/status";
import { useActivity } from "../state/useActivity";
import { useStateDialogs } from "../state/useStateDialogs";
import { ActivityTab } from "./ActivityTab";
import { AddressesTab } from "./AddressesTab";
import { Conflict } from "./Conflict";
import { DetailHead } from "./DetailHead";
import { Notices } from "./Notices";
import { PermissionsTab } from "./PermissionsTab";
import { SecretsTab } from "./SecretsTab";
import { SettingsTab } from "./SettingsTab";
import { TimelineTab } from "./TimelineTab";
import { type Editing, useEditing } from "./useEditing";

/** One credential: its settings, permissions and addresses to edit, its uses and what happened with it to look at. */
const DetailPage = () => {
  const { id = "" } = useParams();
  return <Loading key={id} id={id} />;
};

const Loading = ({ id }: { id: string }) => {
  const { sets, failure, retry } = usePermissionSets();
  const editing = useEditing(id);
  useCrumb(nameOf(editing));
  if (editing === "missing") {
    return <Missing />;
  }
  if (editing !== undefined && "failure" in editing) {
    return (
      <PageSection variant="light">
        <LoadFailure what="loadOne" error={editing.failure} onRetry={editing.retry} />
      </PageSection>
    );
  }
  if (failure !== undefined) {
    return (
      <PageSection variant="light">
        <LoadFailure what="loadOne" error={failure} onRetry={retry} />
      </PageSection>
    );
  }
  if (editing === undefined || sets === undefined) {
    return <KeycloakSpinner />;
  }
  return <Detail editing={editing} set={sets.find(({ type }) => type === editing.credential.permissionSet)} />;
};

/** What the page is called in the breadcrumb: nothing is known yet, or an empty name for a credential that is not there. */
function nameOf(editing: ReturnType<typeof useEditing>): string | undefined {
  if (editing === undefined) {
    return undefined;
  }
  return typeof editing === "object" && "credential" in editing ? editing.credential.name : "";
}

const Missing = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
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
};

const Detail = ({ editing, set }: { editing: Editing; set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { tab: wanted } = useParams();
  const navigate = useNavigate();
  const api = useApi();
  const { mayManage } = useCredentialRights();
  const { credential } = editing;
  const settings = useSettings();
  const { id } = credential;
  const counted = useActivity(id);
  // What had the focus before, such as the dialog with the secret, may be gone.
  useEffect(() => {
    if (document.activeElement === document.body) {
      focusHeading();
    }
  }, []);

  const release = useUnsaved(editing.changed.length > 0 && mayManage, (pathname) => isOfDetail(pathname, id));
  const dialogs = useStateDialogs({
    settings,
    openerOf: () => "[data-testid=action-dropdown]",
    onChanged: editing.takeOver,
    onDeleted: () => {
      release();
      void navigate(toList(realm));
    },
  });
  const refresh = async () => {
    // The page says what it said before, if need be.
    await api.get(id).then(editing.takeOver, () => undefined);
  };
  const base = useHref("/").replace(/\/$/, "");
  const tab = (name: TabName) => ({ eventKey: name, href: base + toDetail(realm, id, name) });
  // While something waits, nothing else can be asked for; of what was not approved, nothing at all.
  const isFixed = credential.pending !== undefined || isUnapproved(credential);
  const tabProps = { editing, settings, isReadOnly: !mayManage || isFixed };

  return (
    <>
      {dialogs.element}
      <DetailHead
        isAsking={dialogs.element !== undefined}
        credential={credential}
        set={set}
        known={counted.known}
        dialogs={mayManage ? dialogs : undefined}
      />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        {editing.isStale && <Conflict read={credential} onReload={editing.reload} />}
        <Notices credential={credential} onOutdated={() => void refresh()} />
        {/* As the stock console's own, which know only tabs of its own copy of PatternFly. */}
        <Tabs
          activeKey={tabOf(wanted)}
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
            <AddressesTab {...tabProps} counted={counted} />
          </Tab>
          <Tab {...tab("secrets")} title={<TabTitleText>{t("apiCredentials.secrets")}</TabTitleText>}>
            <SecretsTab {...tabProps} mayManage={mayManage} />
          </Tab>
          <Tab {...tab("activity")} title={<TabTitleText>{t("apiCredentials.activity")}</TabTitleText>}>
            <ActivityTab credential={credential} counted={counted} />
          </Tab>
          <Tab {...tab("timeline")} title={<TabTitleText>{t("apiCredentials.timeline")}</TabTitleText>}>
            <TimelineTab credential={credential} />
          </Tab>
        </Tabs>
      </PageSection>
    </>
  );
};

export default DetailPage;
