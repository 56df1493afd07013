import { useEffect, useState } from "react";
import type { TimelineEntry } from "../api/timelineTypes";
import type { Credential } from "../api/types";
import { useTimelineApi } from "../api/useTimelineApi";

/** How many changes are looked through. */
const CHANGES = 100;

/** How the user who created a credential is called; undefined where no change that is told says it. */
export function useCreator({ id, createdBy }: Credential): string | undefined {
  const { timeline } = useTimelineApi();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    if (createdBy !== undefined) {
      // The page is shown without it.
      timeline(id, "change", 0, CHANGES).then(
        ({ entries }) => isCurrent && setName(entries.map((entry) => nameIn(entry, createdBy)).find(Boolean)),
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [timeline, id, createdBy]);
  return name;
}

/** How a user is called in an entry. */
function nameIn({ record, event }: TimelineEntry, userId: string): string | undefined {
  return record?.["user.id"] === userId ? record["user.name"] : event?.userId === userId ? event.username : undefined;
}
