import { useTranslation } from "react-i18next";
import type { AuditRecord } from "../api/auditTypes";
import { Change } from "../form/Change";
import { useFieldTexts } from "../form/useFieldTexts";
import { type Fact, Facts } from "../page/Facts";
import { differencesOf } from "./differences";

/** What a record says beyond its row: why, how, and what was changed from what to what. */
export const RecordDetail = ({ record }: { record: AuditRecord }) => {
  const { t } = useTranslation();
  const { fieldName, valueText } = useFieldTexts();
  const isOfSettings = record["event.action"] === "change-settings";
  const found = differencesOf(record["api_credential.before"], record["api_credential.after"]);
  const details = differencesOf(undefined, record["api_credential.details"]);
  return (
    <div data-testid="audit-detail">
      <Facts
        isAligned
        facts={[
          [t("apiCredentials.approval.reason"), record["event.reason"]],
          ...found.map(({ field, removed, added }): Fact => [
            fieldName(field, isOfSettings),
            <>
              {added.map((value) => (
                <Change key={value} isAdded>
                  {valueText(field, value)}
                </Change>
              ))}
              {removed.map((value) => (
                <Change key={value} isAdded={false}>
                  {valueText(field, value)}
                </Change>
              ))}
            </>,
          ]),
          ...details.map(({ field, added }): Fact => [
            fieldName(field, isOfSettings),
            added.map((value) => valueText(field, value)).join(", "),
          ]),
          [t("apiCredentials.audit.way"), t(`apiCredentials.audit.way.${record["api_credential.way"]}`, { defaultValue: record["api_credential.way"] })],
          [t("apiCredentials.audit.sequence"), String(record["event.sequence"])],
          [t("apiCredentials.audit.hash"), <code key="hash" className="api-credentials__hash">{record["event.hash"]}</code>],
        ]}
      />
    </div>
  );
};
