import { Button, Title } from "@patternfly/react-core";
import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Ago } from "../page/Ago";

/** Of many addresses, the first ones are what matters. */
const SHOWN = 10;

export interface CountsRow {
  key: string;
  name: ReactNode;
  /** Undefined where the table is about refused uses only. */
  accepted?: number;
  refused: number;
  lastAt?: string;
  /** What can be done with it. */
  action?: ReactNode;
}

interface CountsTableProps {
  testId: string;
  title: string;
  /** What the rows are. */
  column: string;
  rows: CountsRow[];
}

/** How often by what: addresses, secrets, reasons or days. */
export const CountsTable = ({ testId, title, column, rows }: CountsTableProps) => {
  const { t, i18n } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const number = new Intl.NumberFormat(i18n.language);
  const hasAccepted = rows.some(({ accepted }) => accepted !== undefined);
  const hasLast = rows.some(({ lastAt }) => lastAt !== undefined);
  const hasAction = rows.some(({ action }) => action !== undefined);
  const columns = {
    accepted: t("apiCredentials.usage.accepted"),
    refused: t("apiCredentials.usage.refused"),
    last: t("apiCredentials.activity.last"),
  };
  return (
    <section className="api-credentials__counts">
      <Title headingLevel="h2" size="md">
        {title}
      </Title>
      <Table variant={TableVariant.compact} aria-label={title} data-testid={testId}>
        <Thead>
          <Tr>
            <Th>{column}</Th>
            {hasAccepted && <Th modifier="fitContent">{columns.accepted}</Th>}
            <Th modifier="fitContent">{columns.refused}</Th>
            {hasLast && <Th>{columns.last}</Th>}
            {hasAction && <Th screenReaderText={t("action")} />}
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, isWhole ? rows.length : SHOWN).map(({ key, name, accepted, refused, lastAt, action }) => (
            <Tr key={key} data-row={key}>
              <Td dataLabel={column}>{name}</Td>
              {accepted !== undefined && <Td dataLabel={columns.accepted}>{number.format(accepted)}</Td>}
              <Td dataLabel={columns.refused}>{number.format(refused)}</Td>
              {lastAt && (
                <Td dataLabel={columns.last}>
                  <Ago instant={lastAt} />
                </Td>
              )}
              {hasAction && <Td modifier="fitContent">{action}</Td>}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rows.length > SHOWN && (
        <Button variant="link" data-testid={`${testId}-all`} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t("apiCredentials.activity.fewer")
            : t("apiCredentials.activity.all", { number: number.format(rows.length) })}
        </Button>
      )}
    </section>
  );
};
