import type { ThProps } from "@patternfly/react-table";
import type { ListOrder } from "../api/types";

/** The columns that the list can be sorted by, in the order of their numbers here. */
const COLUMNS = ["name", "lastUsed"];

/** What the head of a column says of the order, and changes of it; undefined for one that nothing is sorted by. */
export function sortOf(
  column: string,
  sort: ListOrder | undefined,
  onSort: (sort: ListOrder | undefined) => void,
): ThProps["sort"] {
  const columnIndex = COLUMNS.indexOf(column);
  if (columnIndex < 0) {
    return undefined;
  }
  const isByName = column === "name";
  return {
    columnIndex,
    sortBy: {
      index: sort === undefined ? 0 : 1,
      direction: sort === "lastUsed" ? "desc" : "asc",
      defaultDirection: isByName ? "asc" : "desc",
    },
    // Names have one order.
    onSort: (_, __, direction) => onSort(isByName ? undefined : direction === "desc" ? "lastUsed" : "longestUnused"),
  };
}
