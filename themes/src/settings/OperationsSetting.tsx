import { Checkbox, FormGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { FieldProblem } from "../form/FieldProblem";
import { problemsWithin } from "../problem/problems";
import { OPERATIONS, wordsOf } from "./fields";
import type { FieldProps } from "./SettingFields";

/** What waits until others approve it; nothing where no box is checked. */
export const OperationsSetting = ({ path, draft, problems, isReadOnly, onChange }: FieldProps<"approval.operations">) => {
  const { t } = useTranslation();
  const chosen = wordsOf(draft[path]);
  return (
    <FormGroup
      role="group"
      isStack
      label={t(`apiCredentials.settings.${path}`)}
      fieldId="setting-approval-operations"
    >
      {OPERATIONS.map((operation) => (
        <Checkbox
          key={operation}
          id={`setting-approval-${operation}`}
          data-testid={`setting-approval-${operation}`}
          label={t(`apiCredentials.operation.${operation}`)}
          isDisabled={isReadOnly}
          isChecked={chosen.includes(operation)}
          onChange={(_, checked) =>
            onChange({
              [path]: OPERATIONS.filter((each) => (each === operation ? checked : chosen.includes(each))).join(" "),
            })
          }
        />
      ))}
      <FieldProblem
        id="setting-approval-operations-help"
        problem={problemsWithin(problems, path)[0]}
        hint={t(`apiCredentials.settings.${path}.help`)}
      />
    </FormGroup>
  );
};
