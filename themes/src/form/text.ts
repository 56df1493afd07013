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

export function isLengthAllowed(text: string): boolean {
  const length = lengthOf(text);
  return length >= MIN_LENGTH && length <= MAX_LENGTH;
}
