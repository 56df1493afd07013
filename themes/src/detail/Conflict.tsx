import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "../api/timelineTypes";
import type { Credential } from "../api/types";
import { useApi } from "../api/useApi";
import { useTimelineApi } from "../api/useTimelineApi";
import { useHandingOn } from "../page/focus";
import { useTime } from "../page/useTime";
import { differences, madeSince } from "./difference";
import { DifferenceTable, useFieldNames } from "./DifferenceTable";

/** How many changes are looked at. */
const CHANGES = 20;

interface ConflictProps {
  /** As it was read before somebody else changed it. */
  read: Credential;
  onReload: () => void;
}

/** Nothing was saved, since somebody else was first: who changed what, and what that means for one's own edits. */
export const Conflict = ({ read, onReload }: ConflictProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { timeline } = useTimelineApi();
  const time = useTime("second");
  const names = useFieldNames();
  const [now, setNow] = useState<{ credential: Credential; last: TimelineEntry | undefined }>();
  const [isOpen, setOpen] = useState(false);
  const within = useHandingOn<HTMLDivElement>();
  // The button that has brought it may be far below.
  useEffect(() => {
    // Nothing is returned: newer browsers answer with a promise, which is no way to clean up.
    within.current?.scrollIntoView({ block: "nearest" });
  }, []);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const credential = await api.get(read.id);
      const { entries } = await timeline(read.id, "change", 0, CHANGES);
      if (isCurrent) {
        setNow({ credential, last: madeSince(entries, read.updatedAt)[0] });
      }
    };
    // The conflict is shown without it.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [api, timeline, read]);

  const found = now && differences(read, now.credential);
  const what = found?.map(({ field }) => names[field]).join(", ");
  const who = now?.last?.record?.["user.name"] ?? now?.last?.event?.username;
  const when = time(now?.last?.time ?? now?.credential.updatedAt);

  return (
    <div ref={within}>
      <Alert
        isInline
        isLiveRegion
        variant="warning"
        data-testid="stale"
        title={t("apiCredentials.stale")}
        actionLinks={
          <>
            {found && found.length > 0 && (
              <AlertActionLink data-testid="show-difference" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
                {t(isOpen ? "apiCredentials.stale.hide" : "apiCredentials.stale.show")}
              </AlertActionLink>
            )}
            <AlertActionLink data-testid="discard-and-reload" onClick={onReload}>
              {t("apiCredentials.stale.reload")}
            </AlertActionLink>
          </>
        }
      >
        {now && found && (
          <p>
            {who
              ? t("apiCredentials.stale.by", { who, when, what })
              : t("apiCredentials.stale.at", { when, what })}
          </p>
        )}
        {isOpen && found && (
          <DifferenceTable
            found={found}
            before={t("apiCredentials.stale.opened")}
            after={t("apiCredentials.stale.now")}
          />
        )}
      </Alert>
    </div>
  );
};
