import { KeycloakDataTable, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, CodeBlock, CodeBlockCode, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../api/types";
import { useApi } from "../api/useApi";
import { useTime } from "../shell/useTime";

/** Who changed the credential, when, from where and how. */
export const ChangesTab = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const time = useTime();
  const [isRecorded, setRecorded] = useState(true);

  return (
    <PageSection variant="light" padding={{ default: "noPadding" }}>
      {!isRecorded && <Alert isInline variant="info" title={t("apiCredentials.changes.notRecorded")} />}
      <KeycloakDataTable<Change>
        isPaginated
        ariaLabelKey="apiCredentials.changes"
        loader={async (first = 0, max = 11) => {
          const answer = await api.changes(id, first, max);
          setRecorded(answer.recorded);
          return answer.changes;
        }}
        detailColumns={[
          {
            name: "representation",
            enabled: (change) => change.representation !== undefined,
            cellRenderer: (change) => (
              <CodeBlock>
                <CodeBlockCode>{JSON.stringify(change.representation, null, 2)}</CodeBlockCode>
              </CodeBlock>
            ),
          },
        ]}
        columns={[
          { name: "time", displayKey: "time", cellRenderer: (change) => time(change.time) },
          { name: "operation", displayKey: "apiCredentials.changes.what", cellRenderer: what },
          {
            name: "username",
            displayKey: "user",
            cellRenderer: ({ username, userId }) => username ?? userId ?? "",
          },
          { name: "ipAddress", displayKey: "ipAddress" },
        ]}
        emptyState={
          <ListEmptyState
            hasIcon={false}
            message={t("apiCredentials.changes.none")}
            instructions={t("apiCredentials.changes.none.text")}
          />
        }
      />
    </PageSection>
  );

  /** Ours by what it did; others, made through Keycloak's own client, by where they were made. */
  function what({ operation, resourcePath = "" }: Change): string {
    if (!resourcePath.startsWith("api-credentials/")) {
      return t("apiCredentials.changes.elsewhere", { operation, path: resourcePath });
    }
    const action = resourcePath.split("/")[2];
    const word = action ?? operation.toLowerCase();
    return t(`apiCredentials.changes.${word}`, { defaultValue: `${operation} ${resourcePath}` });
  }
};
