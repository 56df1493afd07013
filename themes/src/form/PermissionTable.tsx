import { Button, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet, Problem } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import {
  actionsOf,
  checkPermissions,
  MAX_PERMISSIONS,
  mayHaveResource,
  type PermissionField,
  type PermissionRow,
  readOnly,
  rowsOf,
  scopesOf,
  typesOf,
  withField,
  withNewRow,
} from "./permissions";
import { problemAt, problemsWithin } from "./problems";
import { useTerms } from "./useTerms";

interface PermissionTableProps {
  set: PermissionSet;
  rows: PermissionRow[];
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (rows: PermissionRow[]) => void;
}

export function arePermissionsValid(set: PermissionSet, rows: PermissionRow[]): boolean {
  return rows.length > 0 && checkPermissions(set.catalogue, rows).every((problem) => problem === undefined);
}

/** The permissions of a credential, each chosen from what its set offers. */
export const PermissionTable = ({ set, rows, problems, isReadOnly, onChange }: PermissionTableProps) => {
  const { t } = useTranslation();
  const found = checkPermissions(set.catalogue, rows);
  const reading = readOnly(rows);

  return (
    <>
      <Table variant={TableVariant.compact} aria-label={t("apiCredentials.permissions")} data-testid="permissions">
        <Thead>
          <Tr>
            <Th width={25}>{t("apiCredentials.permission.type")}</Th>
            <Th width={15}>{t("apiCredentials.permission.action")}</Th>
            <Th width={20}>{t("apiCredentials.permission.scope")}</Th>
            <Th width={30}>{t("apiCredentials.permission.resource")}</Th>
            {!isReadOnly && <Th screenReaderText={t("apiCredentials.permission.remove")} />}
          </Tr>
        </Thead>
        <Tbody>
          {isReadOnly && rows.map((row) => <ReadRow key={row.key} row={row} />)}
          {!isReadOnly && rows.map((row, index) => (
            <EditRow
              key={row.key}
              set={set}
              row={row}
              number={index + 1}
              problem={problemsWithin(problems, `permissions[${index}]`)[0]?.errorMessage ?? problemKey(found[index])}
              onChange={(field, value) => onChange(rows.with(index, withField(set.catalogue, row, field, value)))}
              onRemove={() => onChange(rows.toSpliced(index, 1))}
            />
          ))}
        </Tbody>
      </Table>
      {rows.length === 0 && <p className="pf-v5-u-p-md">{t("apiCredentials.permissions.none")}</p>}
      <FieldProblem id="permissions-problem" message={problemAt(problems, "permissions")} />
      {!isReadOnly && (
        <div>
          <Button
            variant="link"
            icon={<PlusCircleIcon />}
            data-testid="add-permission"
            isDisabled={rows.length >= MAX_PERMISSIONS}
            onClick={() => onChange(withNewRow(set.catalogue, rows))}
          >
            {t("apiCredentials.permissions.add")}
          </Button>
          <Button
            variant="link"
            data-testid="keep-read-only"
            isDisabled={reading.length === 0 || reading.length === rows.length}
            onClick={() => onChange(reading)}
          >
            {t("apiCredentials.permissions.readOnly")}
          </Button>
          <Button
            variant="link"
            data-testid="default-permissions"
            onClick={() => onChange(rowsOf(set.defaultPermissions))}
          >
            {t("apiCredentials.permissions.defaults")}
          </Button>
        </div>
      )}
    </>
  );

  function problemKey(key: string | undefined): string | undefined {
    // What is not chosen yet is no mistake; the form cannot be sent until it is.
    return key === undefined || key === "incomplete" ? undefined : t(`apiCredentials.permission.${key}`);
  }
};

const FIELDS: PermissionField[] = ["type", "action", "scope"];

const ReadRow = ({ row }: { row: PermissionRow }) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
  return (
    <Tr>
      {FIELDS.map((field) => (
        <Td key={field} dataLabel={t(`apiCredentials.permission.${field}`)}>
          {termOf(field, row[field])}
        </Td>
      ))}
      <Td dataLabel={t("apiCredentials.permission.resource")} modifier="breakWord">
        {row.resource || t("apiCredentials.permission.every")}
      </Td>
    </Tr>
  );
};

interface EditRowProps {
  set: PermissionSet;
  row: PermissionRow;
  number: number;
  problem: string | undefined;
  onChange: (field: PermissionField, value: string) => void;
  onRemove: () => void;
}

const EditRow = ({ set, row, number, problem, onChange, onRemove }: EditRowProps) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
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
            isDisabled={offered.length === 0}
            onChange={(_, value) => onChange(field, value)}
          >
            <FormSelectOption value="" label={t("apiCredentials.permission.choose")} isDisabled isPlaceholder />
            {offered.map((value) => (
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
