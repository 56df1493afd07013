import { Button } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { Table, TableVariant, Tbody, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet, Problem } from "../api/types";
import { finding, problemAt, problemsWithin } from "../problem/problems";
import { FieldProblem } from "./FieldProblem";
import { checkPermissions, isUnchosen, ofRow, type RowProblem, widerRows } from "./permissionChecks";
import { PermissionEditRow } from "./PermissionEditRow";
import { PermissionMatrix } from "./PermissionMatrix";
import {
  isEverywhere,
  MAX_PERMISSIONS,
  type PermissionField,
  type PermissionRow,
  readOnly,
  rowsOf,
  withField,
  withNewRow,
} from "./permissions";
import { useNextFocus } from "./useNextFocus";
import { useTerms } from "./useTerms";

interface PermissionTableProps {
  set: PermissionSet;
  rows: PermissionRow[];
  problems: Problem[];
  onChange: (rows: PermissionRow[]) => void;
}

const COLUMNS: PermissionField[] = ["type", "action", "scope", "resource"];

/** The permissions of a credential, each chosen from what its set offers. */
export const PermissionTable = ({ set, rows, problems, onChange }: PermissionTableProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const [within, focus] = useNextFocus<HTMLDivElement>();
  const found = checkPermissions(set, rows);
  const wider = widerRows(rows);
  const reading = readOnly(rows);
  const none = rows.length === 0 ? finding("permissions_empty", null, setName(set, set.type)) : undefined;

  const add = () => {
    onChange(withNewRow(set.catalogue, rows));
    focus(`[data-testid="permission-${rows.length}-type"]`);
  };
  const remove = (index: number) => {
    onChange(rows.toSpliced(index, 1));
    const neighbour = Math.min(index, rows.length - 2);
    focus(`[data-testid="${neighbour < 0 ? "add-permission" : `permission-${neighbour}-remove`}"]`);
  };

  return (
    <div ref={within} className="api-credentials__permission-frame">
      <Table
        variant={TableVariant.compact}
        className="api-credentials__permissions"
        aria-label={t("apiCredentials.permissions")}
        data-testid="permissions"
      >
        <Thead>
          <Tr>
            <Th className="api-credentials__row-number" screenReaderText={t("apiCredentials.permission.row")} />
            {COLUMNS.map((field) => (
              <Th
                key={field}
                modifier="nowrap"
                className={field === "resource" ? "api-credentials__resource" : undefined}
                info={{
                  popover: t(`apiCredentials.permission.${field}.help`),
                  ariaLabel: t("apiCredentials.permission.about", { field: t(`apiCredentials.permission.${field}`) }),
                }}
              >
                {t(`apiCredentials.permission.${field}`)}
              </Th>
            ))}
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
              problem={problemOf(index)}
              hint={hintOf(index)}
              onChange={(field, value) => onChange(rows.with(index, withField(set.catalogue, row, field, value)))}
              onRemove={() => remove(index)}
            />
          ))}
        </Tbody>
      </Table>
      <FieldProblem id="permissions-problem" problem={problemAt(problems, "permissions") ?? none} />
      <div>
        <Button
          variant="link"
          icon={<PlusCircleIcon />}
          data-testid="add-permission"
          isDisabled={rows.length >= MAX_PERMISSIONS}
          onClick={add}
        >
          {t("apiCredentials.permissions.add")}
        </Button>
        <Button
          variant="link"
          data-testid="keep-read-only"
          isAriaDisabled={reading.length === 0 || reading.length === rows.length}
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
      <PermissionMatrix set={set} rows={rows} />
    </div>
  );

  function problemOf(index: number): RowProblem | undefined {
    const [server] = problemsWithin(problems, `permissions[${index}]`);
    const own = found[index];
    return server ? ofRow(server) : own && !isUnchosen(own) ? own : undefined;
  }

  function hintOf(index: number): string | undefined {
    const other = wider[index];
    if (other === undefined) {
      return undefined;
    }
    const numbers = { row: index + 1, other: other + 1 };
    return isEverywhere(rows[other]!)
      ? t("apiCredentials.permission.redundant", numbers)
      : t("apiCredentials.permission.redundant.scope", numbers);
  }
};
