import { Checkbox } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { StopTerms } from "../api/stopTypes";
import type { Problem } from "../api/types";
import { ReasonField } from "../form/ReasonField";
import { problemAt } from "../problem/problems";

interface StopTermsFieldsProps {
  terms: StopTerms;
  problems: Problem[];
  onChange: (terms: StopTerms) => void;
}

/** Why credentials are stopped, and whether the tokens that they have go on working. */
export const StopTermsFields = ({ terms, problems, onChange }: StopTermsFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <ReasonField
        id="stop-reason"
        label={t("apiCredentials.approval.reason")}
        help={t("apiCredentials.approval.reason.help")}
        reason={terms.reason}
        isRequired
        problem={problemAt(problems, "reason")}
        onChange={(reason) => onChange({ ...terms, reason })}
      />
      <Checkbox
        id="stop-revoke-tokens"
        data-testid="stop-revoke-tokens"
        label={t("apiCredentials.revokeTokens")}
        description={t("apiCredentials.revokeTokens.help")}
        isChecked={terms.revokeTokens}
        onChange={(_, revokeTokens) => onChange({ ...terms, revokeTokens })}
      />
    </>
  );
};
