import type { Finding, Settings } from "../api/types";
import type { Operation } from "../api/requestTypes";
import { finding } from "../problem/problems";
import { lengthOf, strip, UNPRINTABLE } from "./text";

/** Lengths of a reason, in characters without white space around them. */
export const MIN_REASON = 5;
export const MAX_REASON = 500;

/** What is wrong with a reason; undefined where nothing is. */
export function checkReason(text: string): Finding | undefined {
  const length = lengthOf(text);
  if (length < MIN_REASON || length > MAX_REASON) {
    return finding("reason_length", null, length, MIN_REASON, MAX_REASON);
  }
  return UNPRINTABLE.test(strip(text)) ? finding("reason_characters", null) : undefined;
}

/** Whether a reason that may be left out can be sent. */
export function isReasonValid(text: string): boolean {
  return lengthOf(text) === 0 || checkReason(text) === undefined;
}

/** What a request says of it; nothing where it is blank. */
export function reasonToSend(text: string): string | undefined {
  return strip(text) || undefined;
}

/** As it can be stored: in one line. */
export function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ");
}

/** How many others have to approve an operation; undefined where it does not wait, or that is not known. */
export function approvalsFor(operation: Operation, settings: Settings | undefined): number | undefined {
  const { operations = [], approvals = 1 } = settings?.approval ?? {};
  const waits = operation === "settings" ? operations.length > 0 : operations.includes(operation);
  return waits ? approvals : undefined;
}
