import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { left } from "./time";
import { useNow } from "./useNow";
import { useTime } from "./useTime";

interface LeftProps {
  until: string;
  /** Told once when the time is over while it is looked at. */
  onOver?: () => void;
}

/** How much time is left, as it passes; the end itself is in the tooltip. */
export const Left = ({ until, onOver }: LeftProps) => {
  const { t, i18n } = useTranslation();
  const moment = useTime("second");
  const now = useNow();
  const isOver = Date.parse(until) <= now.getTime();
  // What is over already when it comes is so by another clock than the server's, and asking again would not help.
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current) {
      onOver?.();
    }
    wasOver.current = isOver;
  }, [isOver]);
  return (
    <time dateTime={until} title={moment(until)} role="timer" data-testid="time-left">
      {isOver ? t("apiCredentials.approval.noTime") : left(until, now, i18n.language)}
    </time>
  );
};
