import { useTranslation } from "react-i18next";
import { Change } from "../form/Change";
import { useFieldTexts } from "../form/useFieldTexts";
import { type Fact, Facts } from "../page/Facts";
import { differencesOf } from "./differences";
import type { Told } from "./told";

/** What is told of a change beyond its row: why, how, and what was changed from what to what. */
export const RecordDetail = ({ told }: { told: Told }) => {
  const { t } = useTranslation();
  const { fieldName, valueText, reasonText } = useFieldTexts();
  const isOfSettings = told.isOfSettings ?? false;
  const found = differencesOf(told.before, told.after);
  const details = differencesOf(undefined, told.details);
  const hasRecord = told.hash !== undefined;
  return (
    <div data-testid="audit-detail">
      {told.isBeforeUnknown && <p>{t("apiCredentials.changes.beforeUnknown")}</p>}
      {!hasRecord && found.length === 0 && told.after !== undefined && <p>{t("apiCredentials.changes.same")}</p>}
      <Facts
        isAligned
        facts={[
          [t("apiCredentials.approval.reason"), told.reason && reasonText(told.reason)],
          ...found.map(({ field, removed, added }): Fact => [
            fieldName(field, isOfSettings),
            told.isBeforeUnknown ? (
              added.map((value) => valueText(field, value)).join(", ")
            ) : (
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
              </>
            ),
          ]),
          ...details.map(({ field, added }): Fact => [
            fieldName(field, isOfSettings),
            added.map((value) => valueText(field, value)).join(", "),
          ]),
          [t("apiCredentials.audit.way"), told.way && t(`apiCredentials.audit.way.${told.way}`, { defaultValue: told.way })],
          [t("apiCredentials.audit.sequence"), told.sequence && String(told.sequence)],
          [t("apiCredentials.audit.hash"), hasRecord && <code className="api-credentials__hash">{told.hash}</code>],
        ]}
      />
      {!hasRecord && <p className="api-credentials__note">{t("apiCredentials.timeline.byEvent")}</p>}
    </div>
  );
};
