import { Refusal, Unreachable } from "../api/refusal";
import type { StopEvent, StopFilter } from "../api/stopTypes";

/** A credential that could not be stopped, and the code of the reason. */
export interface NotStopped {
  id: string;
  name: string;
  code: string;
}

/** How far a stop has come. */
export interface Progress {
  /** How many there were at the beginning; more may have come since. */
  found: number;
  stopped: number;
  withdrawn: number;
  /** Of how many that were disabled before the tokens have ended. */
  revoked: number;
  notStopped: NotStopped[];
  /** Whether none was left at the end; undefined until the server has said so. */
  isComplete?: boolean;
}

export const BEGINNING: Progress = { found: 0, stopped: 0, withdrawn: 0, revoked: 0, notStopped: [] };

export function withEvent(progress: Progress, event: StopEvent): Progress {
  switch (event.event) {
    case "found":
      return { ...progress, found: event.count };
    case "stopped":
      return { ...progress, stopped: progress.stopped + 1 };
    case "withdrawn":
      return { ...progress, withdrawn: progress.withdrawn + 1 };
    case "tokens_revoked":
      return { ...progress, revoked: progress.revoked + 1 };
    case "not_stopped": {
      const { id, clientId, name = clientId, code } = event;
      return { ...progress, notStopped: [...progress.notStopped, { id, name, code }] };
    }
    case "done":
      return { ...progress, isComplete: event.complete };
    default:
      // A newer server may tell more.
      return progress;
  }
}

/** Between the browser and the server, these give up waiting for an answer. */
const GATEWAY_STATUSES = [502, 504];

/** Whether the server may have begun to stop, although it has told nothing: it need not have refused what did not come through. */
export function mayHaveBegun(error: unknown): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof Refusal && error.problems.length === 0 && GATEWAY_STATUSES.includes(error.status))
  );
}

/** Of a hundred, how much is done. */
export function percentOf({ found, stopped, revoked, notStopped, isComplete }: Progress): number {
  if (isComplete !== undefined) {
    return 100;
  }
  const done = stopped + revoked + notStopped.length;
  return found === 0 ? 0 : Math.min(99, Math.floor((done / found) * 100));
}

/** By what credentials are chosen for a stop. */
export const WAYS = ["owner", "permissionSet", "permission", "address", "all"] as const;
export type Way = (typeof WAYS)[number];

/** What to send; undefined where nothing is chosen yet. */
export function stopFilter(way: Way, text: string): StopFilter | undefined {
  if (way === "all") {
    return { all: true };
  }
  const value = text.trim();
  return value === "" ? undefined : { [way]: value };
}
