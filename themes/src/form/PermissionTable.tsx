import { Button } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { Table, TableVariant, Tbody, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet, Problem } from "../api/types";
import { FieldProblem } from "./FieldProblem";
import { PermissionEditRow } from "./PermissionEditRow";
import {
  checkPermissions,
  MAX_PERMISSIONS,
  MAX_RESOURCE,
  type PermissionRow,
  readOnly,
  rowsOf,
  withField,
  withNewRow,
} from "./permissions";
import { problemAt, problemsWithin } from "./problems";

interface PermissionTableProps {
  set: PermissionSet;
  rows: PermissionRow[];
  problems: Problem[];
  onChange: (rows: PermissionRow[]) => void;
}

export function arePermissionsValid(set: PermissionSet, rows: PermissionRow[]): boolean {
  return rows.length > 0 && checkPermissions(set.catalogue, rows).every((problem) => problem === undefined);
}

/** The permissions of a credential, each chosen from what its set offers. */
export const PermissionTable = ({ set, rows, problems, onChange }: PermissionTableProps) => {
  const { t } = useTranslation();
  const found = checkPermissions(set.catalogue, rows);
  const reading = readOnly(rows);

  return (
    <>
      <Table
        variant={TableVariant.compact}
        className="api-credentials__permissions"
        aria-label={t("apiCredentials.permissions")}
        data-testid="permissions"
      >
        <Thead>
          <Tr>
            <Th width={20}>{t("apiCredentials.permission.type")}</Th>
            <Th width={15}>{t("apiCredentials.permission.action")}</Th>
            <Th width={20}>{t("apiCredentials.permission.scope")}</Th>
            <Th width={35}>{t("apiCredentials.permission.resource")}</Th>
            <Th screenReaderText={t("apiCredentials.permission.remove")} />
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row, index) => (
            <PermissionEditRow
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
    </>
  );

  function problemKey(key: string | undefined): string | undefined {
    // What is not chosen yet is no mistake; the form cannot be sent until it is.
    return key === undefined || key === "incomplete"
      ? undefined
      : t(`apiCredentials.permission.${key}`, { max: MAX_RESOURCE });
  }
};
