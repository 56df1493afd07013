import { FormGroup, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { FieldProblem } from "../form/FieldProblem";
import { usePermissionSets } from "../form/usePermissionSets";
import { useTerms } from "../form/useTerms";
import { problemAt } from "../problem/problems";
import { type Way, WAYS } from "./progress";

interface StopFilterFieldsProps {
  way: Way;
  text: string;
  problems: Problem[];
  onChange: (way: Way, text: string) => void;
}

/** Which credentials are to be stopped: by what, and the value of that. */
export const StopFilterFields = ({ way, text, problems, onChange }: StopFilterFieldsProps) => {
  const { t } = useTranslation();
  const { sets = [] } = usePermissionSets();
  const { setName } = useTerms();
  const problem = problemAt(problems, `filter.${way}`);
  const hasValue = way !== "all";
  const name = t(`apiCredentials.stop.way.${way}`);
  return (
    <>
      <FormGroup label={t("apiCredentials.stop.way")} fieldId="stop-way">
        <FormSelect
          id="stop-way"
          data-testid="stop-way"
          value={way}
          onChange={(_, chosen) => onChange(chosen as Way, "")}
        >
          {WAYS.map((each) => (
            <FormSelectOption key={each} value={each} label={t(`apiCredentials.stop.way.${each}`)} />
          ))}
        </FormSelect>
      </FormGroup>
      {hasValue && (
        <FormGroup label={name} fieldId="stop-value" isRequired>
          {way === "permissionSet" ? (
            <FormSelect
              id="stop-value"
              data-testid="stop-value"
              value={text}
              isRequired
              validated={problem ? "error" : "default"}
              aria-describedby="stop-value-help"
              onChange={(_, chosen) => onChange(way, chosen)}
            >
              <FormSelectOption value="" isPlaceholder label={t("apiCredentials.permission.choose")} />
              {sets.map((set) => (
                <FormSelectOption key={set.type} value={set.type} label={setName(set, set.type)} />
              ))}
            </FormSelect>
          ) : (
            <TextInput
              id="stop-value"
              data-testid="stop-value"
              value={text}
              isRequired
              validated={problem ? "error" : "default"}
              aria-describedby="stop-value-help"
              onChange={(_, typed) => onChange(way, typed)}
            />
          )}
          <FieldProblem id="stop-value-help" problem={problem} hint={t(`apiCredentials.stop.way.${way}.help`)} />
        </FormGroup>
      )}
    </>
  );
};
