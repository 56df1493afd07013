import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { PermissionField, PermissionRow } from "./permissions";
import { useTerms } from "./useTerms";

const CHOSEN: PermissionField[] = ["type", "action", "scope"];

/** The permissions of a credential, to look at. */
export const ReadPermissionTable = ({ rows }: { rows: PermissionRow[] }) => {
  const { t } = useTranslation();
  const { termOf } = useTerms();
  return (
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
                {termOf(field, row[field])}
              </Td>
            ))}
            <Td dataLabel={t("apiCredentials.permission.resource")} modifier="breakWord">
              {row.resource || t("apiCredentials.permission.every")}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
