import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { PermissionMatrix } from "./PermissionMatrix";
import type { PermissionField, PermissionRow } from "./permissions";
import { useTerms } from "./useTerms";

const CHOSEN: PermissionField[] = ["type", "action", "scope"];

interface ReadPermissionTableProps {
  /** Undefined if it is no longer offered. */
  set: PermissionSet | undefined;
  rows: PermissionRow[];
}

/** The permissions of a credential, to look at. */
export const ReadPermissionTable = ({ set, rows }: ReadPermissionTableProps) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
  return (
    <>
      <PermissionMatrix set={set} rows={rows} />
      <Table variant={TableVariant.compact} aria-label={t("apiCredentials.permissions")} data-testid="permissions">
        <Thead>
          <Tr>
            {[...CHOSEN, "resource" as const].map((field) => (
              <Th key={field}>{t(`apiCredentials.permission.${field}`)}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={row.key}>
              {CHOSEN.map((field) => (
                <Td key={field} dataLabel={t(`apiCredentials.permission.${field}`)}>
                  {termOf(set, field, row[field])}
                </Td>
              ))}
              <Td dataLabel={t("apiCredentials.permission.resource")} modifier="breakWord">
                {row.resource || t("apiCredentials.permission.every")}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
};
