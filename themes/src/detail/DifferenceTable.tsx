import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { ComparedField, Difference } from "./difference";

/** What a field is called, as its tab or column is. */
export function useFieldNames(): Record<ComparedField, string> {
  const { t } = useTranslation();
  return {
    name: t("apiCredentials.name"),
    description: t("apiCredentials.description"),
    owner: t("apiCredentials.owner"),
    expiresAt: t("apiCredentials.expiry"),
    tokenLifespan: t("apiCredentials.tokenLifespan"),
    enabled: t("apiCredentials.status"),
    allowedIps: t("apiCredentials.addresses"),
    permissions: t("apiCredentials.permissions"),
  };
}

interface DifferenceTableProps {
  found: Difference[];
  /** What the two sides are called. */
  before: string;
  after: string;
}

/** Two states side by side, of lists only what differs. */
export const DifferenceTable = ({ found, before, after }: DifferenceTableProps) => {
  const { t } = useTranslation();
  const names = useFieldNames();
  const text = (field: ComparedField, entry: string) =>
    field === "enabled" ? t(entry === "true" ? "apiCredentials.enabled" : "apiCredentials.disabled") : entry;

  return (
    <Table
      variant={TableVariant.compact}
      borders={false}
      aria-label={t("apiCredentials.difference")}
      data-testid="difference"
      className="api-credentials__difference"
    >
      <Thead>
        <Tr>
          <Th screenReaderText={t("apiCredentials.difference.field")} />
          <Th>{before}</Th>
          <Th>{after}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {found.map((difference) => (
          <Tr key={difference.field} data-field={difference.field}>
            <Th dataLabel={t("apiCredentials.difference.field")}>{names[difference.field]}</Th>
            {(["before", "after"] as const).map((side) => (
              <Td key={side} dataLabel={side === "before" ? before : after}>
                {difference[side].map((entry) =>
                  side === "before" ? (
                    <del key={entry}>{text(difference.field, entry)}</del>
                  ) : (
                    <ins key={entry}>{text(difference.field, entry)}</ins>
                  ),
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
