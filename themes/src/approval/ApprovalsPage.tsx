import { KeycloakSpinner, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import {
  Divider,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { LoadFailure } from "../page/LoadFailure";
import { useOpenRequests } from "../page/OpenRequests";
import { Pages } from "../page/Pages";
import { RefreshButton } from "../page/RefreshButton";
import { Section } from "../page/Section";
import { ApprovalTable } from "./ApprovalTable";
import { useApprovals } from "./useApprovals";

/** What waits for approval in the realm, and what was decided, a page at a time. */
const ApprovalsPage = () => {
  const { t } = useTranslation();
  const approvals = useApprovals();
  const { refresh } = useOpenRequests();
  const { filter, shown, failure } = approvals;
  const reload = () => {
    approvals.refresh();
    refresh();
  };
  const choice = (name: typeof filter) => (
    <ToggleGroupItem
      text={t(`apiCredentials.approvals.${name}`)}
      buttonId={`approvals-${name}`}
      data-testid={`approvals-${name}`}
      isSelected={filter === name}
      onChange={() => approvals.choose(name)}
    />
  );
  return (
    <Section active="approvals">
      {failure !== undefined && <LoadFailure what="approvals" error={failure} onRetry={reload} />}
      {shown === undefined ? (
        failure === undefined && <KeycloakSpinner />
      ) : (
        <>
          <Toolbar data-testid="table-toolbar" className="api-credentials__toolbar">
            <ToolbarContent>
              <ToolbarItem>
                <ToggleGroup aria-label={t("apiCredentials.approvals.filter")}>
                  {choice("open")}
                  {choice("decided")}
                </ToggleGroup>
              </ToolbarItem>
              <ToolbarItem>
                <RefreshButton onRefresh={reload} />
              </ToolbarItem>
              <ToolbarItem variant="pagination">
                <Pages of={approvals} variant="top" />
              </ToolbarItem>
            </ToolbarContent>
          </Toolbar>
          <Divider />
          {shown.rows.length === 0 ? (
            <ListEmptyState
              hasIcon={false}
              message={t(`apiCredentials.approvals.none.${shown.filter}`)}
              instructions={t(`apiCredentials.approvals.none.${shown.filter}.text`)}
            />
          ) : (
            <>
              <ApprovalTable rows={shown.rows} isDecided={shown.filter === "decided"} onOver={reload} />
              <Pages of={approvals} variant="bottom" />
            </>
          )}
        </>
      )}
    </Section>
  );
};

export default ApprovalsPage;
