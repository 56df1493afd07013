import { useTranslation } from "react-i18next";
import type { Approval } from "../api/approvalTypes";
import type { PermissionSet } from "../api/types";
import { Change } from "../form/Change";
import { CoverageNote } from "../form/CoverageNote";
import { PermissionSentence } from "../form/PermissionSentence";
import { useFieldTexts } from "../form/useFieldTexts";
import { type Fact, Facts } from "../page/Facts";
import { addressChanges, fieldChanges, permissionChanges, replaces } from "./changes";

interface DifferenceProps {
  approval: Approval;
  set: PermissionSet | undefined;
}

/** What would come and go: fields, addresses with how many they admit, permissions with what they allow. */
export const Difference = ({ approval, set }: DifferenceProps) => {
  const { t, i18n } = useTranslation();
  const { fieldName, valueText } = useFieldTexts();
  const isOfSettings = approval.operation === "settings";
  const isReplacing = replaces(approval);
  // Of a new one, all that it admits is new.
  const isCompared = approval.operation !== "create";
  const number = new Intl.NumberFormat(i18n.language);
  const fields = fieldChanges(approval);
  const addresses = addressChanges(approval);
  const permissions = permissionChanges(approval);
  const { newlyAdmitted = 0, noLongerAdmitted = 0 } = approval.difference?.addresses ?? {};
  const isNothing = fields.length + addresses.length + permissions.length === 0;
  return (
    <div data-testid="difference">
      {(isNothing || !isReplacing) && (
        <p className="pf-v5-u-mb-md">{t(`apiCredentials.approval.same.${approval.operation}`)}</p>
      )}
      <Facts
        isAligned
        facts={[
          ...fields.map(({ field, before, after }): Fact => [
            fieldName(field, isOfSettings),
            isReplacing ? (
              <>
                {after
                  // What stays in a list is no change.
                  .filter((value) => !before.includes(value))
                  .map((value) => (
                    <Change key={value} isAdded>
                      {valueText(field, value, set)}
                    </Change>
                  ))}
                {before
                  .filter((value) => !after.includes(value))
                  .map((value) => (
                    <Change key={value} isAdded={false}>
                      {valueText(field, value, set)}
                    </Change>
                  ))}
              </>
            ) : (
              after.map((value) => valueText(field, value, set)).join(", ")
            ),
          ]),
          [
            t("apiCredentials.addresses"),
            addresses.length > 0 && (
              <>
                {addresses.map(({ value, isAdded, addresses: count }) => (
                  <Change key={value} isAdded={isAdded}>
                    {value}{" "}
                    {count > 1 && t("apiCredentials.approval.range", { count, number: number.format(count) })}
                  </Change>
                ))}
                {isCompared && newlyAdmitted > 0 && (
                  <p data-testid="newly-admitted">
                    {t("apiCredentials.approval.admits", {
                      count: newlyAdmitted,
                      number: number.format(newlyAdmitted),
                    })}
                  </p>
                )}
                {noLongerAdmitted > 0 && (
                  <p data-testid="no-longer-admitted">
                    {t("apiCredentials.approval.admitsNot", {
                      count: noLongerAdmitted,
                      number: number.format(noLongerAdmitted),
                    })}
                  </p>
                )}
                {approval.proposed?.allowedIps && <CoverageNote entries={approval.proposed.allowedIps} />}
              </>
            ),
          ],
          [
            t("apiCredentials.permissions"),
            permissions.length > 0 &&
              permissions.map(({ value, isAdded, isCovered }) => (
                <Change key={JSON.stringify(value)} isAdded={isAdded}>
                  <PermissionSentence
                    set={set}
                    group={{ ...value, resource: value.resource ?? "", actions: [value.action] }}
                  />
                  {isCovered && (
                    <small>
                      {" ("}
                      {t(isAdded ? "apiCredentials.approval.covered" : "apiCredentials.approval.stillCovered")}
                      {")"}
                    </small>
                  )}
                </Change>
              )),
          ],
        ]}
      />
    </div>
  );
};
