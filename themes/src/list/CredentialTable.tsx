import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Checkbox } from "@patternfly/react-core";
import { ActionsColumn, Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Activities } from "../api/activityTypes";
import type { Credential, ListOrder, PermissionSet, Settings } from "../api/types";
import { useTerms } from "../form/useTerms";
import { toDetail } from "../page/paths";
import { useTime } from "../page/useTime";
import { AttentionLabels } from "../state/AttentionLabels";
import { LastUse } from "../state/LastUse";
import { StatusLabel } from "../state/StatusLabel";
import { WaitingLabel } from "../state/WaitingLabel";
import { AddressCell } from "./AddressCell";
import { mostOf } from "./bars";
import { sortOf } from "./sorting";
import { UseBar } from "./UseBar";
import { isSelectable, type Selection } from "./useSelection";

interface CredentialTableProps {
  rows: Credential[];
  sets: PermissionSet[] | undefined;
  uses: Activities | undefined;
  sort: ListOrder | undefined;
  onSort: (sort: ListOrder | undefined) => void;
  settings: Settings | undefined;
  /** What can be done with a row; undefined for a user who may only look. */
  actionsOf: ((row: Credential) => { title: string; onClick: () => void }[]) | undefined;
  /** What is selected; undefined for a user who may only look. */
  selection: Selection | undefined;
}

/** Where the keyboard goes after a question about a row. */
export const menuOf = (id: string) => `[data-row="${CSS.escape(id)}"] .pf-v5-c-menu-toggle`;
export const linkOf = (id: string) => `[data-row="${CSS.escape(id)}"] a`;

/** Credentials, a row each. */
export const CredentialTable = ({ rows, sets, uses, sort, onSort, settings, actionsOf, selection }: CredentialTableProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { setName } = useTerms();
  const moment = useTime("second");
  const day = useTime("day");
  const most = mostOf(Object.values(uses?.credentials ?? {}));
  const columns = {
    name: t("apiCredentials.name"),
    set: t("apiCredentials.set"),
    status: t("apiCredentials.status"),
    addresses: t("apiCredentials.addresses"),
    createdAt: t("apiCredentials.createdAt"),
    lastUsed: t("apiCredentials.lastUsed"),
  };

  return (
    <Table variant={TableVariant.compact} className="api-credentials__list" aria-label={t("apiCredentials.title")}>
      <Thead>
        <Tr>
          {selection && (
            <Th className="api-credentials__select">
              <Checkbox
                id="select-all"
                data-testid="select-all"
                aria-label={t("apiCredentials.bulk.all")}
                isChecked={selection.isAll}
                isDisabled={!rows.some(isSelectable)}
                onChange={(_, checked) => selection.toggleAll(checked)}
              />
            </Th>
          )}
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name} modifier="nowrap" width={name === "name" ? 30 : undefined} sort={sortOf(name, sort, onSort)}>
              {title}
            </Th>
          ))}
          {actionsOf && <Th screenReaderText={t("action")} />}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.id} data-row={row.id}>
            {selection && (
              <Td className="api-credentials__select">
                <Checkbox
                  id={`select-${row.id}`}
                  aria-label={t("apiCredentials.bulk.one", { name: row.name })}
                  isChecked={selection.isSelected(row.id)}
                  isDisabled={!isSelectable(row)}
                  onChange={(_, checked) => selection.toggle(row.id, checked)}
                />
              </Td>
            )}
            <Td dataLabel={columns.name}>
              <Link className="api-credentials__name" title={row.name} to={toDetail(realm, row.id)}>
                {row.name}
              </Link>
            </Td>
            <Td dataLabel={columns.set} modifier="nowrap">
              {setName(
                sets?.find(({ type }) => type === row.permissionSet),
                row.permissionSet,
              )}
            </Td>
            <Td dataLabel={columns.status}>
              <div className="api-credentials__labels">
                <StatusLabel credential={row} />
                <WaitingLabel credential={row} />
                <AttentionLabels credential={row} settings={settings} />
              </div>
            </Td>
            <Td dataLabel={columns.addresses} modifier="nowrap">
              <AddressCell allowedIps={row.allowedIps} />
            </Td>
            <Td dataLabel={columns.createdAt} modifier="nowrap">
              <time dateTime={row.createdAt} title={moment(row.createdAt)}>
                {day(row.createdAt)}
              </time>
            </Td>
            <Td dataLabel={columns.lastUsed} modifier="nowrap">
              <LastUse id={row.id} uses={uses} />
              {uses?.recorded && <UseBar uses={uses.credentials[row.id]?.buckets ?? []} most={most} />}
            </Td>
            {actionsOf && (
              <Td isActionCell>{actionsOf(row).length > 0 && <ActionsColumn items={actionsOf(row)} />}</Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
