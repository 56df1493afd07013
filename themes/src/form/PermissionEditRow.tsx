import { Button, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { Td, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import {
  actionsOf,
  mayHaveResource,
  type PermissionField,
  type PermissionRow,
  scopesOf,
  typesOf,
} from "./permissions";
import { useTerms } from "./useTerms";

interface PermissionEditRowProps {
  set: PermissionSet;
  row: PermissionRow;
  number: number;
  problem: string | undefined;
  onChange: (field: PermissionField, value: string) => void;
  onRemove: () => void;
}

/** One permission: type, action and scope, each out of what the one before it leaves, and perhaps a resource. */
export const PermissionEditRow = ({ set, row, number, problem, onChange, onRemove }: PermissionEditRowProps) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
  // What the row holds is shown as it is, also when the set no longer offers it.
  const choices: [PermissionField, string[]][] = [
    ["type", typesOf(set.catalogue)],
    ["action", actionsOf(set.catalogue, row.type)],
    ["scope", scopesOf(set.catalogue, row.type, row.action)],
  ];
  const label = (field: PermissionField) =>
    t("apiCredentials.permission.field", { field: t(`apiCredentials.permission.${field}`), number });

  return (
    <Tr>
      {choices.map(([field, offered]) => (
        <Td key={field} dataLabel={t(`apiCredentials.permission.${field}`)}>
          <FormSelect
            aria-label={label(field)}
            data-testid={`permission-${number - 1}-${field}`}
            value={row[field]}
            isDisabled={offered.length === 0 && row[field] === ""}
            onChange={(_, value) => onChange(field, value)}
          >
            <FormSelectOption value="" label={t("apiCredentials.permission.choose")} isDisabled isPlaceholder />
            {(row[field] === "" || offered.includes(row[field]) ? offered : [row[field], ...offered]).map((value) => (
              <FormSelectOption key={value} value={value} label={termOf(field, value)} />
            ))}
          </FormSelect>
        </Td>
      ))}
      <Td dataLabel={t("apiCredentials.permission.resource")}>
        <TextInput
          aria-label={label("resource")}
          aria-describedby={`permission-${number - 1}-problem`}
          data-testid={`permission-${number - 1}-resource`}
          placeholder={mayHaveResource(row) ? t("apiCredentials.permission.every") : undefined}
          value={row.resource}
          isDisabled={!mayHaveResource(row)}
          validated={problem ? "error" : "default"}
          onChange={(_, value) => onChange("resource", value.trim())}
        />
        <FieldProblem id={`permission-${number - 1}-problem`} message={problem} />
      </Td>
      <Td isActionCell>
        <Button
          variant="link"
          aria-label={t("apiCredentials.permission.removeNumber", { number })}
          data-testid={`permission-${number - 1}-remove`}
          onClick={onRemove}
        >
          {t("apiCredentials.permission.remove")}
        </Button>
      </Td>
    </Tr>
  );
};
