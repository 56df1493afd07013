import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Button, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { PermissionSet } from "../api/types";
import { useCredentialRights } from "../page/access";
import { Pages } from "../page/Pages";
import { toCreate } from "../page/paths";
import { RefreshButton } from "../page/RefreshButton";
import { Filters } from "./Filters";
import type { Loaded } from "./useListing";

/** One line above the list. */
export const ListToolbar = ({ listing, sets }: { listing: Loaded; sets: PermissionSet[] }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { mayManage } = useCredentialRights();
  return (
    <Toolbar data-testid="table-toolbar" className="api-credentials__toolbar">
      <ToolbarContent>
        <Filters sets={sets} filter={listing.filter} onChange={listing.narrow} />
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
        <ToolbarItem>
          <RefreshButton onRefresh={listing.refresh} />
        </ToolbarItem>
        <ToolbarItem variant="pagination">
          <Pages of={listing} variant="top" />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};
