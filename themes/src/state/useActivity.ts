import { useEffect, useState } from "react";
import type { Activity } from "../api/activityTypes";
import { useActivityApi } from "../api/useActivityApi";
import { useApi } from "../api/useApi";
import { type LastAccepted, lastAccepted } from "./activity";

/** The uses of the last 30 days by day, and the last accepted one. */
export interface KnownActivity {
  activity: Activity;
  last: LastAccepted | undefined;
}

/** What was loaded last stays until the next has come. */
export interface LoadedActivity {
  known: KnownActivity | undefined;
  failure: unknown;
  reload(): void;
}

/** Loads when a page begins, and when it asks again. */
export function useActivity(id: string): LoadedActivity {
  const api = useApi();
  const { activity } = useActivityApi();
  const [known, setKnown] = useState<KnownActivity>();
  const [failure, setFailure] = useState<unknown>();
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      // Without the secrets, only the address of the last use is missing.
      const secrets = api.secrets(id).catch(() => undefined);
      const counted = await activity(id);
      const last = lastAccepted(counted, await secrets);
      if (isCurrent) {
        setFailure(undefined);
        setKnown({ activity: counted, last });
      }
    };
    load().catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [api, activity, id, loads]);
  return { known, failure, reload: () => setLoads((last) => last + 1) };
}
