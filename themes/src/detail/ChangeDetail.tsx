import { useTranslation } from "react-i18next";
import { type ChangeWithBefore, differences, differencesOf, type State } from "./difference";
import { DifferenceTable } from "./DifferenceTable";

/** What a change did; where that is not known, what the credential was like after it. */
export const ChangeDetail = ({ change }: { change: ChangeWithBefore }) => {
  const { t } = useTranslation();
  const found = differencesOf(change);
  const after = t("apiCredentials.changes.after");
  if (found === undefined) {
    return (
      <>
        <p>{t("apiCredentials.changes.beforeUnknown")}</p>
        <DifferenceTable
          found={differences({}, change.representation as State)}
          before={t("apiCredentials.changes.before")}
          after={after}
        />
      </>
    );
  }
  return found.length === 0 ? (
    <>{t("apiCredentials.changes.same")}</>
  ) : (
    <DifferenceTable found={found} before={t("apiCredentials.changes.before")} after={after} />
  );
};
