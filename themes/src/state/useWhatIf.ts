import { useEffect, useState } from "react";
import { useActivityApi } from "../api/useActivityApi";
import type { ProposedChange, WhatIf } from "../api/whatIfTypes";
import { within } from "../page/within";

/** As long as somebody types, the server is not asked. */
const PAUSE_MILLIS = 300;
/** Longer than this, nobody waits: what is asked about can be done without an answer. */
const PATIENCE_MILLIS = 10_000;

/** What would happen, or why that could not be found out; neither until the answer has come. */
export interface Prospect {
  answer?: WhatIf;
  failure?: unknown;
}

/**
 * What the server says of a change that is being written: asked once nothing was typed for a moment, and told until something
 * else is.
 *
 * @param change undefined while there is nothing to ask
 */
export function useWhatIf(id: string, change: ProposedChange | undefined, pause = PAUSE_MILLIS): Prospect {
  const { whatIf } = useActivityApi();
  const asked = change && JSON.stringify(change);
  const [found, setFound] = useState<Prospect & { asked?: string }>({});
  useEffect(() => {
    if (asked === undefined) {
      return undefined;
    }
    let isCurrent = true;
    const tell = (prospect: Prospect) => isCurrent && setFound({ asked, ...prospect });
    const ask = () =>
      within(PATIENCE_MILLIS, whatIf(id, JSON.parse(asked) as ProposedChange)).then(
        (answer) => tell({ answer }),
        (failure: unknown) => tell({ failure }),
      );
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [whatIf, id, asked, pause]);
  // An answer about something else is none.
  return found.asked === asked ? found : {};
}

/** Whether an answer is still awaited. */
export function isAwaited(change: ProposedChange | undefined, { answer, failure }: Prospect): boolean {
  return change !== undefined && answer === undefined && failure === undefined;
}
