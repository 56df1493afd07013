import { useRef, useState } from "react";
import { Refusal } from "../api/refusal";
import type { StopFilter, StopPreview, StopTerms } from "../api/stopTypes";
import type { Problem } from "../api/types";
import { useStopApi } from "../api/useStopApi";
import { checkReason, reasonToSend } from "../form/reason";
import { BEGINNING, mayHaveBegun, type Progress, withEvent } from "./progress";

export interface Stopping {
  /** What a stop would do, once somebody has looked. */
  preview: StopPreview | undefined;
  /** Whether it would do anything. */
  hasTargets: boolean;
  /** Why and how it is done, as far as that is decided. */
  terms: StopTerms;
  /** Whether it can be stopped: what would stop is known, and why it is. */
  isReady: boolean;
  /** How far the stop has come, once it has begun. */
  progress: Progress | undefined;
  isBusy: boolean;
  /** The connection has ended before the stop; that goes on at the server. */
  isBroken: boolean;
  /** What the server found wrong with what was asked for. */
  problems: Problem[];
  /** Why there is no preview, or why the stop has not begun; undefined where the problems say it. */
  failure: unknown;
  look(filter: StopFilter): Promise<void>;
  decide(terms: StopTerms): void;
  stop(filter: StopFilter): Promise<void>;
  /** Takes back what was looked up, since something else is asked for. */
  forget(): void;
}

/** Looks what would be stopped, and stops it; the reason is still to be written. */
export function useStopping(beginning: Omit<StopTerms, "reason">): Stopping {
  const api = useStopApi();
  const [terms, setTerms] = useState<StopTerms>({ ...beginning, reason: "" });
  const [preview, setPreview] = useState<StopPreview>();
  const [progress, setProgress] = useState<Progress>();
  const [isBusy, setBusy] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<unknown>();
  // The answer to a question that was asked before another one is not shown.
  const question = useRef(0);
  // A second click may come before the first has been drawn.
  const isRunning = useRef(false);

  const clear = () => {
    setProblems([]);
    setFailure(undefined);
    setPreview(undefined);
  };
  const fail = (error: unknown) => {
    const found = error instanceof Refusal ? error.problems : [];
    setProblems(found);
    setFailure(found.length > 0 ? undefined : error);
  };

  const hasTargets = preview !== undefined && preview.credentials.length > 0;
  return {
    preview,
    hasTargets,
    terms,
    isReady: hasTargets && checkReason(terms.reason) === undefined && !isBusy,
    decide: setTerms,
    progress,
    isBusy,
    isBroken,
    problems,
    failure,
    look: async (filter) => {
      const own = ++question.current;
      clear();
      setProgress(undefined);
      setBroken(false);
      setBusy(true);
      try {
        const found = await api.preview(filter);
        if (own === question.current) {
          setPreview(found);
        }
      } catch (error) {
        if (own === question.current) {
          fail(error);
        }
      } finally {
        if (own === question.current) {
          setBusy(false);
        }
      }
    },
    stop: async (filter) => {
      const reason = reasonToSend(terms.reason);
      if (isRunning.current || reason === undefined) {
        return;
      }
      isRunning.current = true;
      setBusy(true);
      setProblems([]);
      setFailure(undefined);
      let latest = BEGINNING;
      try {
        await api.run(filter, { ...terms, reason }, (event) => {
          latest = withEvent(latest, event);
          setProgress(latest);
        });
        // An answer without a line has begun, too.
        setProgress(latest);
        setBroken(latest.isComplete === undefined);
      } catch (error) {
        if (latest !== BEGINNING || mayHaveBegun(error)) {
          setProgress(latest);
          setBroken(true);
        } else {
          fail(error);
        }
      } finally {
        isRunning.current = false;
        setBusy(false);
      }
    },
    forget: () => {
      question.current++;
      setBusy(false);
      clear();
    },
  };
}
