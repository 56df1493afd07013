import { useEffect, useState } from "react";
import type { Settings } from "../api/types";
import { useApi } from "../api/useApi";

/** What the realm asks of its credentials; undefined until it has come, and where it does not come: the server decides. */
export function useSettings(): Settings | undefined {
  const api = useApi();
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    let isCurrent = true;
    api.settings().then(
      (found) => isCurrent && setSettings(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return settings;
}
