import { Button, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { Td, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import type { RowProblem } from "./permissionChecks";
import {
  actionsOf,
  isEverywhere,
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
  problem: RowProblem | undefined;
  hint: string | undefined;
  onChange: (field: PermissionField, value: string) => void;
  onRemove: () => void;
}

/** One permission: type, action and scope, each out of what the one before it leaves, and perhaps a resource. */
export const PermissionEditRow = ({ set, row, number, problem, hint, onChange, onRemove }: PermissionEditRowProps) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
  // What the row holds is shown as it is, also when the set no longer offers it.
  const choices: ["type" | "action" | "scope", string[]][] = [
    ["type", typesOf(set.catalogue)],
    ["action", actionsOf(set.catalogue, row.type)],
    ["scope", scopesOf(set.catalogue, row.type, row.action)],
  ];
  const label = (field: PermissionField) =>
    t("apiCredentials.permission.field", { field: t(`apiCredentials.permission.${field}`), number });
  const isAtFault = (field: PermissionField) => problem?.at === field;
  // Each control of the row says what is wrong with the row, since a keyboard passes over those that are disabled.
  const described = problem || hint ? `permission-${number - 1}-problem` : undefined;

  return (
    <Tr>
      <Td dataLabel={t("apiCredentials.permission.row")} className="api-credentials__row-number">
        {number}
      </Td>
      {choices.map(([field, offered]) => (
        <Td key={field} dataLabel={t(`apiCredentials.permission.${field}`)}>
          <FormSelect
            aria-label={label(field)}
            aria-describedby={described}
            data-testid={`permission-${number - 1}-${field}`}
            value={row[field]}
            isDisabled={offered.length === 0 && row[field] === ""}
            validated={isAtFault(field) ? "error" : "default"}
            onChange={(_, value) => onChange(field, value)}
          >
            <FormSelectOption value="" label={t("apiCredentials.permission.choose")} isDisabled isPlaceholder />
            {(row[field] === "" || offered.includes(row[field]) ? offered : [row[field], ...offered]).map((value) => (
              <FormSelectOption key={value} value={value} label={termOf(set, field, value)} />
            ))}
          </FormSelect>
        </Td>
      ))}
      <Td dataLabel={t("apiCredentials.permission.resource")} className="api-credentials__resource">
        <TextInput
          aria-label={label("resource")}
          aria-describedby={described}
          data-testid={`permission-${number - 1}-resource`}
          placeholder={mayHaveResource(row) || isEverywhere(row) ? t("apiCredentials.permission.every") : undefined}
          value={row.resource}
          isDisabled={!mayHaveResource(row)}
          validated={isAtFault("resource") ? "error" : "default"}
          onChange={(_, value) => onChange("resource", value.trim())}
        />
        <FieldProblem
          id={`permission-${number - 1}-problem`}
          problem={problem}
          hint={hint}
          isWarning={hint !== undefined}
        />
      </Td>
      <Td isActionCell>
        <Button
          variant="link"
          isInline
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
