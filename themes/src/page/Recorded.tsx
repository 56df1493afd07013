import { useTranslation } from "react-i18next";
import type { Recording } from "../api/types";
import { EventsLink } from "./EventsLink";
import { durationIn } from "./time";

interface RecordedProps {
  what: "usage" | "changes";
  recording: Recording;
}

/** What the realm saves of uses or changes: without it, an empty table could be taken for proof that there was none. */
export const Recorded = ({ what, recording: { recorded, keptFor } }: RecordedProps) => {
  const { t, i18n } = useTranslation();
  const duration = keptFor === undefined ? undefined : durationIn(i18n.language, keptFor);
  return (
    <>
      {recorded
        ? duration === undefined
          ? t(`apiCredentials.${what}.kept`)
          : t(`apiCredentials.${what}.keptFor`, { duration })
        : t(`apiCredentials.${what}.notRecorded.text`)}{" "}
      <EventsLink />
    </>
  );
};
