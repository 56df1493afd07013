import { createContext, useContext } from "react";
import type { PermissionSet } from "../api/types";
import { useTerms } from "../form/useTerms";

/** May arrive after the list, whose cells the table draws only once: each listens by itself. */
export const Sets = createContext<PermissionSet[] | undefined>(undefined);

/** The name of a permission set; its type if the set is no longer offered. */
export const SetName = ({ type }: { type: string }) => {
  const { setName } = useTerms();
  const sets = useContext(Sets);
  return <>{setName(sets?.find((set) => set.type === type), type)}</>;
};
