import { useMemo } from "react";
import type { Activities, Activity, ActivityTime, Explanation, Suggestions } from "./activityTypes";
import type { ProposedChange, WhatIf } from "./whatIfTypes";
import { useSend } from "./useSend";

/** What the admin REST resource tells of the uses of a credential. */
export interface ActivityApi {
  activity(id: string, time?: ActivityTime): Promise<Activity>;
  /** Of as many as a page of the list has, day by day. */
  activities(ids: string[]): Promise<Activities>;
  suggestions(id: string): Promise<Suggestions>;
  /** Of a use from this address, now. */
  explain(id: string, address: string): Promise<Explanation>;
  /** Of a change, which is not made. One that would be refused is refused here too. */
  whatIf(id: string, change: ProposedChange): Promise<WhatIf>;
}

/** Asked as the person who is logged in. */
export function useActivityApi(): ActivityApi {
  const { json } = useSend();
  return useMemo(() => {
    const pathOf = (id: string) => `/${encodeURIComponent(id)}`;
    return {
      activity: (id, time = {}) => json("GET", `${pathOf(id)}/activity`, { ...time }),
      activities: (ids) => json("GET", `/activity?${ids.map((id) => `id=${encodeURIComponent(id)}`).join("&")}`),
      suggestions: (id) => json("GET", `${pathOf(id)}/suggestions`),
      explain: (id, address) => json("POST", `${pathOf(id)}/explain`, {}, { address }),
      whatIf: (id, change) => json("POST", `${pathOf(id)}/what-if`, {}, change),
    };
  }, [json]);
}
