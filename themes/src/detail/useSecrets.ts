import { useEffect, useState } from "react";
import type { Secrets } from "../api/secretTypes";
import { useApi } from "../api/useApi";

/** The secrets of a credential with their uses. What was loaded last stays until the next has come. */
export interface LoadedSecrets {
  secrets: Secrets | undefined;
  failure: unknown;
  reload(): void;
}

export function useSecrets(id: string): LoadedSecrets {
  const api = useApi();
  const [secrets, setSecrets] = useState<Secrets>();
  const [failure, setFailure] = useState<unknown>();
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    api.secrets(id).then(
      (found) => {
        if (isCurrent) {
          setFailure(undefined);
          setSecrets(found);
        }
      },
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, id, loads]);
  return { secrets, failure, reload: () => setLoads((last) => last + 1) };
}
