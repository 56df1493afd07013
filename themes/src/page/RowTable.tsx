import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Column<T> {
  name: string;
  title: string;
  cell: (row: T) => ReactNode;
}

interface RowTableProps<T> {
  /** What the rows are. */
  label: string;
  testId: string;
  rows: T[];
  keyOf: (row: T) => string;
  columns: Column<T>[];
  /** What a row opens to; undefined for one that does not open. */
  detailOf: (row: T) => ReactNode;
}

/** Rows that open to their details, each by itself. */
export function RowTable<T>({ label, testId, rows, keyOf, columns, detailOf }: RowTableProps<T>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpen((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));
  return (
    <Table variant={TableVariant.compact} aria-label={label} data-testid={testId} className="api-credentials__rows">
      <Thead>
        <Tr>
          <Th screenReaderText={t("expandRow")} />
          {columns.map(({ name, title }) => (
            <Th key={name}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      {rows.map((row, rowIndex) => {
        const key = keyOf(row);
        const detail = detailOf(row);
        const isExpanded = detail !== undefined && open.has(key);
        return (
          <Tbody key={key} isExpanded={isExpanded}>
            <Tr data-row={key}>
              <Td
                expand={
                  detail === undefined
                    ? undefined
                    : { isExpanded, rowIndex, expandId: `${testId}-`, onToggle: () => toggle(key) }
                }
              />
              {columns.map(({ name, title, cell }) => (
                <Td key={name} dataLabel={title} modifier="breakWord">
                  {cell(row)}
                </Td>
              ))}
            </Tr>
            {isExpanded && (
              <Tr isExpanded>
                <Td />
                <Td colSpan={columns.length}>{detail}</Td>
              </Tr>
            )}
          </Tbody>
        );
      })}
    </Table>
  );
}
