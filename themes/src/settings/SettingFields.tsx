import { Checkbox, FormGroup, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { FieldProblem } from "../form/FieldProblem";
import { durationIn } from "../page/time";
import { problemsWithin } from "../problem/problems";
import { type ChoicePath, CHOICES, checkNumber, type Draft, type FlagPath, type NumberPath, type Path } from "./fields";

export interface FieldProps<P extends Path> {
  path: P;
  draft: Draft;
  problems: Problem[];
  isReadOnly: boolean;
  onChange: (change: Partial<Draft>) => void;
}

const idOf = (path: Path) => `setting-${path.replace(".", "-")}`;

/** What the names and helps of settings are asked for by. */
function useSettingTexts() {
  const { t } = useTranslation();
  return {
    nameOf: (path: Path) => t(`apiCredentials.settings.${path}`),
    helpOf: (path: Path) => t(`apiCredentials.settings.${path}.help`),
  };
}

/** A number, or the names of resource servers; blank where nothing is set. */
export const TextSetting = ({ path, draft, problems, isReadOnly, onChange }: FieldProps<NumberPath | "audience">) => {
  const { nameOf, helpOf } = useSettingTexts();
  const problem =
    problemsWithin(problems, path)[0] ?? (path === "audience" ? undefined : checkNumber(path, draft[path]));
  const id = idOf(path);
  return (
    <FormGroup label={nameOf(path)} fieldId={id}>
      <TextInput
        id={id}
        data-testid={id}
        inputMode={path === "audience" ? "text" : "numeric"}
        value={draft[path]}
        readOnlyVariant={isReadOnly ? "default" : undefined}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        onChange={(_, text) => onChange({ [path]: path === "audience" ? text : text.trim() })}
      />
      <FieldProblem id={`${id}-help`} problem={problem} hint={helpOf(path)} />
    </FormGroup>
  );
};

/** One of a few words. */
export const ChoiceSetting = ({ path, draft, problems, isReadOnly, onChange }: FieldProps<ChoicePath>) => {
  const { t, i18n } = useTranslation();
  const { nameOf, helpOf } = useSettingTexts();
  const problem = problemsWithin(problems, path)[0];
  const id = idOf(path);
  const known: readonly string[] = CHOICES[path];
  const choices = known.includes(draft[path]) ? known : [...known, draft[path]];
  const nameOfChoice = (choice: string) => {
    if (choice === "") {
      return t(`apiCredentials.settings.${path}.none`);
    }
    if (path === "environment") {
      return t(`apiCredentials.environment.${choice}`, { defaultValue: choice });
    }
    if (path === "token.permissions") {
      return t(`apiCredentials.settings.token.permissions.${choice}`, { defaultValue: choice });
    }
    if (choice === "PT0S") {
      return t("apiCredentials.settings.noOverlap");
    }
    return durationIn(i18n.language, choice) ?? choice;
  };
  return (
    <FormGroup label={nameOf(path)} fieldId={id}>
      <FormSelect
        id={id}
        data-testid={id}
        value={draft[path]}
        isDisabled={isReadOnly}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        onChange={(_, choice) => onChange({ [path]: choice })}
      >
        {choices.map((choice) => (
          <FormSelectOption key={choice} value={choice} label={nameOfChoice(choice)} />
        ))}
      </FormSelect>
      <FieldProblem id={`${id}-help`} problem={problem} hint={helpOf(path)} />
    </FormGroup>
  );
};

/** Yes or no. */
export const FlagSetting = ({ path, draft, isReadOnly, onChange }: FieldProps<FlagPath>) => {
  const { nameOf, helpOf } = useSettingTexts();
  const id = idOf(path);
  return (
    <Checkbox
      id={id}
      data-testid={id}
      label={nameOf(path)}
      description={helpOf(path)}
      isDisabled={isReadOnly}
      isChecked={draft[path] === "true"}
      onChange={(_, checked) => onChange({ [path]: String(checked) })}
    />
  );
};
