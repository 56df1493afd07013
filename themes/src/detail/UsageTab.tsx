import { KeycloakDataTable, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, Label, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Use } from "../api/types";
import { useApi } from "../api/useApi";
import { useTime } from "../shell/useTime";

/** When and from where the credential was used, and why a use was refused. */
export const UsageTab = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const time = useTime();
  const [isRecorded, setRecorded] = useState(true);

  return (
    <PageSection variant="light" padding={{ default: "noPadding" }}>
      {!isRecorded && <Alert isInline variant="info" title={t("apiCredentials.usage.notRecorded")} />}
      <KeycloakDataTable<Use>
        isPaginated
        ariaLabelKey="apiCredentials.usage"
        loader={async (first = 0, max = 11) => {
          const usage = await api.usage(id, first, max);
          setRecorded(usage.recorded);
          return usage.uses;
        }}
        columns={[
          { name: "time", displayKey: "time", cellRenderer: (use) => time(use.time) },
          {
            name: "accepted",
            displayKey: "apiCredentials.usage.result",
            cellRenderer: (use) => (
              <Label color={use.accepted ? "green" : "red"}>
                {t(use.accepted ? "apiCredentials.usage.accepted" : "apiCredentials.usage.refused")}
              </Label>
            ),
          },
          {
            name: "refusal",
            displayKey: "apiCredentials.usage.reason",
            cellRenderer: ({ refusal }) =>
              refusal === undefined ? "" : t(`apiCredentials.refusal.${refusal}`, { defaultValue: refusal }),
          },
          { name: "ipAddress", displayKey: "ipAddress" },
        ]}
        emptyState={
          <ListEmptyState
            hasIcon={false}
            message={t("apiCredentials.usage.none")}
            instructions={t("apiCredentials.usage.none.text")}
          />
        }
      />
    </PageSection>
  );
};
