import { useEffect, useState } from "react";
import type { Credential } from "../api/types";
import { useApi } from "../api/useApi";

/** How many changes are looked through. */
const CHANGES = 100;

/** How the user who created a credential is called; undefined where no change that is saved tells it. */
export function useCreator({ id, createdBy }: Credential): string | undefined {
  const api = useApi();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    if (createdBy !== undefined) {
      // The page is shown without it.
      api.changes(id, 0, CHANGES).then(
        ({ rows }) => isCurrent && setName(rows.find(({ userId }) => userId === createdBy)?.username),
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [api, id, createdBy]);
  return name;
}
