import { useTranslation } from "react-i18next";
import type { Change } from "../api/types";
import { useApi } from "../api/useApi";
import { useTime } from "../page/useTime";
import { ChangeDetail } from "./ChangeDetail";
import { type ChangeWithBefore, differencesOf, withBefore } from "./difference";
import { useFieldNames } from "./DifferenceTable";
import { RecordTable } from "./RecordTable";

/** Who changed the credential, when, from where and how. */
export const ChangesTab = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const time = useTime("second");
  const names = useFieldNames();

  return (
    <RecordTable<ChangeWithBefore>
      what="changes"
      load={async (first, max) => {
        const { rows, ...recording } = await api.changes(id, first, max);
        return { ...recording, rows: withBefore(rows) };
      }}
      columns={[
        { name: "time", displayKey: "time", cellRenderer: (change) => time(change.time) },
        { name: "operation", displayKey: "apiCredentials.changes.what", cellRenderer: whatOf },
        {
          name: "username",
          displayKey: "user",
          cellRenderer: ({ username, userId }) => username ?? userId ?? t("apiCredentials.changes.server"),
        },
        { name: "ipAddress", displayKey: "ipAddress" },
      ]}
      detailColumns={[
        {
          name: "representation",
          enabled: (change) => change.representation !== undefined,
          cellRenderer: (change) => <ChangeDetail change={change} />,
        },
      ]}
    />
  );

  function whatOf(change: ChangeWithBefore): string {
    const fields = change.operation === "UPDATE" ? differencesOf(change)?.map(({ field }) => names[field]) : undefined;
    return fields?.length
      ? t("apiCredentials.changes.fields", { what: actOf(change), fields: fields.join(", ") })
      : actOf(change);
  }

  /** Ours by what it did; others, made through Keycloak's own client, by where they were made. */
  function actOf({ operation, resourcePath = "", action, reason }: Change): string {
    if (resourcePath === `clients/${id}` && operation === "UPDATE") {
      return t("apiCredentials.changes.asClient");
    }
    if (!resourcePath.startsWith("api-credentials/")) {
      return t("apiCredentials.changes.elsewhere", { operation, path: resourcePath });
    }
    const act = t(`apiCredentials.changes.${action ?? operation.toLowerCase()}`, {
      defaultValue: `${operation} ${resourcePath}`,
    });
    return action === "disable" && reason === "unused" ? t("apiCredentials.changes.asUnused", { what: act }) : act;
  }
};
