import { useEffect, useState } from "react";
import type { Activity } from "../api/activityTypes";
import { useActivityApi } from "../api/useActivityApi";
import { useApi } from "../api/useApi";
import { type FirstUse, firstUse } from "../state/firstUse";

/** Between two questions, in milliseconds. */
const PAUSE = 3000;
/** Questions keep the session of the user alive: after five minutes, only a click asks again. */
const MOST_QUESTIONS = 100;

/** What has become of a secret that is shown: also that uses are not counted, or that the page has stopped asking. */
export type Watched = FirstUse | { kind: "accepted"; at: string; from: string | undefined } | { kind: "notCounted" } | { kind: "stopped" };

/**
 * Asks every few seconds, as long as the page is in front, until there is a token.
 *
 * @param isNew whether the credential is, so that nothing of it was refused before; undefined asks nothing
 */
export function useFirstUse(id: string, secretId: string | undefined, isNew: boolean | undefined) {
  const api = useApi();
  const { activity } = useActivityApi();
  const [watched, setWatched] = useState<Watched>({ kind: "waiting" });
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (secretId === undefined || isNew === undefined) {
      return;
    }
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: Activity | undefined;
    let asked = 0;
    const look = async (): Promise<Watched> => {
      const counted = await activity(id, { bucket: "hour" });
      if (!counted.recorded) {
        return { kind: "notCounted" };
      }
      // The first answer, which need not be that to the first question.
      if (!isNew && before === undefined) {
        before = counted;
      }
      const found = firstUse(before, counted, secretId);
      if (found.kind !== "accepted") {
        return found;
      }
      const { secrets } = await api.secrets(id);
      return { ...found, from: secrets.find((secret) => secret.id === secretId)?.lastUsedFrom };
    };
    const ask = async () => {
      if (document.visibilityState === "visible") {
        asked += 1;
        try {
          const found = await look();
          if (!isCurrent) {
            return;
          }
          setWatched(found);
          if (found.kind === "accepted" || found.kind === "notCounted") {
            return;
          }
        } catch {
          // The secret is what matters here; it asks again.
        }
        if (asked >= MOST_QUESTIONS) {
          if (isCurrent) {
            setWatched((last) => (last.kind === "waiting" ? { kind: "stopped" } : last));
          }
          return;
        }
      }
      if (isCurrent) {
        timer = setTimeout(() => void ask(), PAUSE);
      }
    };
    void ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, activity, id, secretId, isNew, round]);

  return {
    watched,
    askAgain: () => {
      setWatched({ kind: "waiting" });
      setRound((last) => last + 1);
    },
  };
}
