import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Tab, Tabs, TabsComponent, TabTitleText } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import { Link, useHref } from "react-router-dom";
import { OpenBadge } from "./OpenRequests";
import { toApprovals, toAudit, toList, toSettings } from "./paths";

interface SectionProps {
  active: "list" | "approvals" | "audit";
}

/** What the pages of all credentials have in common: the heading, and the tabs that lead from one to the other. */
export const Section = ({ active, children }: PropsWithChildren<SectionProps>) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const base = useHref("/").replace(/\/$/, "");
  const tab = (name: SectionProps["active"], to: string) => ({
    eventKey: name,
    href: base + to,
    "data-testid": `tab-${name}`,
  });
  return (
    <>
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
        divider={false}
      />
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        {/* As the stock console's own, which know only tabs of its own copy of PatternFly. */}
        <Tabs
          activeKey={active}
          component={TabsComponent.nav}
          inset={{ default: "insetNone", xl: "insetLg", "2xl": "insetLg" }}
          isBox
          mountOnEnter
          unmountOnExit
        >
          <Tab {...tab("list", toList(realm))} title={<TabTitleText>{t("apiCredentials.list")}</TabTitleText>}>
            {children}
          </Tab>
          <Tab
            {...tab("approvals", toApprovals(realm))}
            title={
              <TabTitleText>
                {t("apiCredentials.approvals")} <OpenBadge />
              </TabTitleText>
            }
          >
            {children}
          </Tab>
          <Tab {...tab("audit", toAudit(realm))} title={<TabTitleText>{t("apiCredentials.audit")}</TabTitleText>}>
            {children}
          </Tab>
        </Tabs>
      </PageSection>
    </>
  );
};
