import { useEffect, useState } from "react";
import type { Credential } from "../api/types";
import { useAuditApi } from "../api/useAuditApi";
import { useTimelineApi } from "../api/useTimelineApi";

/** How many changes are looked through where there is no record. */
const CHANGES = 100;

/** How the user who created a credential is called; undefined where no change that is told says it. */
export function useCreator({ id, createdBy }: Credential): string | undefined {
  const { list } = useAuditApi();
  const { timeline } = useTimelineApi();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    const load = async (userId: string) => {
      const { records } = await list({ credential: id, actor: userId }, 0, 1);
      const found =
        records[0] === undefined
          ? (await timeline(id, "change", 0, CHANGES)).entries.find(({ event }) => event?.userId === userId)?.event?.username
          : records[0]["user.name"];
      if (isCurrent) {
        setName(found);
      }
    };
    if (createdBy !== undefined) {
      // The page is shown without it.
      load(createdBy).catch(() => undefined);
    }
    return () => {
      isCurrent = false;
    };
  }, [list, timeline, id, createdBy]);
  return name;
}
