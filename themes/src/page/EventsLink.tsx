import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { useTranslation } from "react-i18next";
import { generatePath, Link } from "react-router-dom";

/** To the place where saving of events is switched on, for users who may see it. */
export const EventsLink = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  return hasAccess("view-realm") ? (
    <Link
      to={generatePath("/:realm/realm-settings/events", { realm })}
      className="api-credentials__link-in-text"
      data-testid="events-settings"
    >
      {t("apiCredentials.events.settings")}
    </Link>
  ) : null;
};
