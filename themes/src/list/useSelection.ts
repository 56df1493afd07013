import { useState } from "react";
import type { Credential } from "../api/types";
import { actsOn } from "../state/status";

/** Which of the rows in front are selected, to be disabled together. */
export interface Selection {
  ids: string[];
  isSelected(id: string): boolean;
  /** Whether there is anything that could be selected, and all of it is. */
  isAll: boolean;
  toggle(id: string, isSelected: boolean): void;
  toggleAll(isSelected: boolean): void;
  clear(): void;
}

/** Whether a row can be disabled, alone or with others. */
export function isSelectable(row: Credential): boolean {
  return actsOn(row).includes("disable");
}

/** What is selected is forgotten with the rows: nobody disables what is not seen. */
export function useSelection(rows: Credential[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selectable = rows.filter(isSelectable).map(({ id }) => id);
  const ids = selectable.filter((id) => chosen.has(id));
  return {
    ids,
    isSelected: (id) => ids.includes(id),
    isAll: selectable.length > 0 && ids.length === selectable.length,
    toggle: (id, isSelected) => setChosen(new Set(isSelected ? [...ids, id] : ids.filter((other) => other !== id))),
    toggleAll: (isSelected) => setChosen(new Set(isSelected ? selectable : [])),
    clear: () => setChosen(new Set()),
  };
}
