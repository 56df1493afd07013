import { useMemo } from "react";
import type { Kind, Timeline } from "./timelineTypes";
import { useSend } from "./useSend";

/** No entry behind this many others is told. */
export const FURTHEST = 1000;

/** What happened with one credential. */
export interface TimelineApi {
  timeline(id: string, kind: Kind | undefined, first: number, max: number): Promise<Timeline>;
}

export function useTimelineApi(): TimelineApi {
  const { json } = useSend();
  return useMemo(
    () => ({
      timeline: (id, kind, first, max) => json("GET", `/${encodeURIComponent(id)}/timeline`, { kind, first, max }),
    }),
    [json],
  );
}
