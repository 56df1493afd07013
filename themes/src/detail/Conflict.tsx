import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change, Credential } from "../api/types";
import { useApi } from "../api/useApi";
import { useHandingOn } from "../page/focus";
import { useTime } from "../page/useTime";
import { changesSince, differences } from "./difference";
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
  const time = useTime("second");
  const names = useFieldNames();
  const [now, setNow] = useState<{ credential: Credential; last: Change | undefined }>();
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
      const { rows } = await api.changes(read.id, 0, CHANGES);
      if (isCurrent) {
        setNow({ credential, last: changesSince(rows, read.updatedAt)[0] });
      }
    };
    // The conflict is shown without it.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [api, read]);

  const found = now && differences(read, now.credential);
  const what = found?.map(({ field }) => names[field]).join(", ");
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
            {now.last?.username
              ? t("apiCredentials.stale.by", { who: now.last.username, when, what })
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
