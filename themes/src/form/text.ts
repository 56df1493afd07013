import type { Finding } from "../api/types";
import { finding } from "../problem/problems";

/** Lengths of a name or description, in characters without white space around them. */
export const MIN_LENGTH = 5;
export const MAX_LENGTH = 50;

/** White space as Java has it: unlike that of String.trim, without spaces that keep words together. */
const WHITE_SPACE = "[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]+";
const AROUND = new RegExp(`^${WHITE_SPACE}|${WHITE_SPACE}$`, "g");

/** Drops the white space around a text, as the server does. */
export function strip(text: string): string {
  return text.replace(AROUND, "");
}

/** Counts code points, as the server does: an emoji is one character. */
export function lengthOf(text: string): number {
  return [...strip(text)].length;
}

/** A joiner between two characters shapes them, in Persian or in an emoji of several; elsewhere nobody sees it. */
const SHAPING_JOINER = /(?<=[^\p{Z}\p{Cc}\p{Cf}])[\u200c\u200d](?=[^\p{Z}\p{Cc}\p{Cf}])/gu;
/** A control or invisible character. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What names a credential; a blank description is none. */
export interface Texts {
  name: string;
  description: string;
}

export function areTextsValid({ name, description }: Texts): boolean {
  return checkText(name) === undefined && (lengthOf(description) === 0 || checkText(description) === undefined);
}

/** What is wrong with a name or description; undefined where nothing is. */
export function checkText(text: string, min = MIN_LENGTH): Finding | undefined {
  const length = lengthOf(text);
  if (length < min || length > MAX_LENGTH) {
    return finding("text_length", null, length, min, MAX_LENGTH);
  }
  return UNPRINTABLE.test(strip(text).replace(SHAPING_JOINER, "")) ? finding("text_unprintable", null) : undefined;
}
