import { KeycloakSpinner, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Divider, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import type { Timeline, TimelineEntry } from "../api/timelineTypes";
import type { Credential } from "../api/types";
import { FURTHEST, useTimelineApi } from "../api/useTimelineApi";
import { LoadFailure } from "../page/LoadFailure";
import { Pages } from "../page/Pages";
import { RowTable } from "../page/RowTable";
import { useRows } from "../page/useRows";
import { useTime } from "../page/useTime";
import { RecordDetail } from "../record/RecordDetail";
import { useToldTexts } from "../record/useToldTexts";
import { NoticeDetail, NoticeText } from "./NoticeTexts";
import { kindOf, type TimelineRow, rowsOf } from "./timeline";
import { TimelineNotes } from "./TimelineNotes";
import { TimelineToolbar } from "./TimelineToolbar";
import { UseText } from "./UseText";

/** All that happened with the credential, the newest first: uses, changes, approvals, pick-ups and notices. */
export const TimelineTab = ({ credential: { id, updatedAt } }: { credential: Credential }) => {
  const { t } = useTranslation();
  const { timeline } = useTimelineApi();
  const time = useTime("second");
  const { whatOf, whoOf } = useToldTexts();
  const [address, setAddress] = useSearchParams();
  const [told, setTold] = useState<Timeline>();
  const kind = kindOf(address);
  const list = useRows<TimelineEntry>(
    async (first, max) => {
      const found = await timeline(id, kind, first, max);
      setTold(found);
      return found.entries;
    },
    `${id} ${updatedAt} ${kind}`,
    FURTHEST,
  );
  const { rows, failure, refresh } = list;
  if (rows === undefined || told === undefined) {
    return failure === undefined ? (
      <KeycloakSpinner />
    ) : (
      <PageSection variant="light">
        <LoadFailure what="timeline" error={failure} onRetry={refresh} />
      </PageSection>
    );
  }
  return (
    <PageSection variant="light" padding={{ default: "noPadding" }}>
      {failure !== undefined && <LoadFailure what="timeline" error={failure} onRetry={refresh} />}
      <TimelineToolbar
        kind={kind}
        onChoose={(next) => setAddress(next === undefined ? {} : { kind: next }, { replace: true })}
        list={list}
      />
      <TimelineNotes id={id} told={told} />
      <Divider />
      {rows.length === 0 ? (
        <ListEmptyState
          hasIcon={false}
          message={t("apiCredentials.timeline.none")}
          instructions={t("apiCredentials.timeline.none.text")}
        />
      ) : (
        <>
          <RowTable
            label={t("apiCredentials.timeline")}
            testId="timeline"
            rows={rowsOf(rows)}
            keyOf={({ key }) => key}
            columns={[
              { name: "time", title: t("time"), cell: (row) => time(row.time) },
              { name: "what", title: t("apiCredentials.changes.what"), cell: whatIn },
              { name: "who", title: t("user"), cell: whoIn },
              { name: "from", title: t("ipAddress"), cell: ({ use, told: change }) => use?.ipAddress ?? change?.address },
            ]}
            detailOf={({ told: change, notice }) =>
              change ? <RecordDetail told={change} /> : notice?.about && <NoticeDetail about={notice.about} />
            }
          />
          <Pages of={list} variant="bottom" />
        </>
      )}
    </PageSection>
  );

  function whatIn({ use, told: change, notice }: TimelineRow) {
    return use ? <UseText use={use} /> : change ? whatOf(change) : notice && <NoticeText notice={notice} />;
  }

  function whoIn({ told: change, notice }: TimelineRow) {
    return change ? whoOf(change) : notice && t("apiCredentials.audit.actor.server");
  }
};
