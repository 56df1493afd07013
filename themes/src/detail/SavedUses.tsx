import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/useApi";
import { useTime } from "../page/useTime";
import { RecordTable } from "./RecordTable";

/** Each single use that the realm has saved: when, from where, and why it was refused. */
export const SavedUses = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const time = useTime("second");

  return (
    <RecordTable
      what="usage"
      load={(first, max) => api.usage(id, first, max)}
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
    />
  );
};
