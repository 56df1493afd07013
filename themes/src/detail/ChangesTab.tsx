import { CodeBlock, CodeBlockCode } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Change } from "../api/types";
import { useApi } from "../api/useApi";
import { useTime } from "../shell/useTime";
import { RecordTable } from "./RecordTable";

/** Who changed the credential, when, from where and how. */
export const ChangesTab = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const time = useTime();

  return (
    <RecordTable
      what="changes"
      load={(first, max) => api.changes(id, first, max)}
      columns={[
        { name: "time", displayKey: "time", cellRenderer: (change) => time(change.time) },
        { name: "operation", displayKey: "apiCredentials.changes.what", cellRenderer: whatOf },
        {
          name: "username",
          displayKey: "user",
          cellRenderer: ({ username, userId }) => username ?? userId ?? "",
        },
        { name: "ipAddress", displayKey: "ipAddress" },
      ]}
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
    />
  );

  /** Ours by what it did; others, made through Keycloak's own client, by where they were made. */
  function whatOf({ operation, resourcePath = "" }: Change): string {
    if (!resourcePath.startsWith("api-credentials/")) {
      return t("apiCredentials.changes.elsewhere", { operation, path: resourcePath });
    }
    const action = resourcePath.split("/")[2];
    const word = action ?? operation.toLowerCase();
    return t(`apiCredentials.changes.${word}`, { defaultValue: `${operation} ${resourcePath}` });
  }
};
