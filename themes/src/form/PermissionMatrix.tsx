import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { CheckIcon } from "@patternfly/react-icons";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { type MatrixCell, matrixOf } from "./matrix";
import type { PermissionRow } from "./permissions";
import { useTerms } from "./useTerms";

interface PermissionMatrixProps {
  /** Undefined if it is no longer offered; then only what is granted is known. */
  set: PermissionSet | undefined;
  rows: PermissionRow[];
}

/** The permissions at a glance: types down, actions across, and in each cell where it is granted, in words. */
export const PermissionMatrix = ({ set, rows }: PermissionMatrixProps) => {
  const { t } = useTranslation();
  const { termOf, placeOf } = useTerms();
  const { actions, lines } = matrixOf(set?.catalogue ?? [], rows);
  if (lines.length === 0) {
    return null;
  }
  const cell = ({ granted, isOffered, action }: MatrixCell) => {
    if (granted.length === 0) {
      return (
        <>
          {isOffered && <span aria-hidden="true">–</span>}
          <span className="pf-v5-screen-reader">
            {t(isOffered ? "apiCredentials.matrix.notGranted" : "apiCredentials.matrix.notOffered")}
          </span>
        </>
      );
    }
    return granted.map((row) => (
      <Fragment key={row.key}>
        <span className="api-credentials__granted">
          <CheckIcon aria-hidden="true" />{" "}
          {action === "read" ? placeOf(set, row) : <strong>{placeOf(set, row)}</strong>}
        </span>{" "}
      </Fragment>
    ));
  };
  return (
    <div className="api-credentials__matrix-frame">
      <Table
        variant={TableVariant.compact}
        className="api-credentials__matrix"
        aria-label={t("apiCredentials.matrix")}
        data-testid="permission-matrix"
      >
        <Thead>
          <Tr>
            <Th>{t("apiCredentials.permission.type")}</Th>
            {actions.map((action) => (
              <Th key={action} modifier="nowrap">
                {termOf(set, "action", action)}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {lines.map(({ type, cells }) => (
            <Tr key={type} data-type={type}>
              <Th scope="row" dataLabel={t("apiCredentials.permission.type")}>
                {termOf(set, "type", type)}
              </Th>
              {cells.map((found) => (
                <Td key={found.action} dataLabel={termOf(set, "action", found.action)} data-action={found.action}>
                  {cell(found)}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="api-credentials__note">{t("apiCredentials.matrix.help")}</p>
    </div>
  );
};
