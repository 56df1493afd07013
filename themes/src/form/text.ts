/** Lengths of a name or description, in characters without white space around them. */
export const MIN_LENGTH = 5;
export const MAX_LENGTH = 50;

/** Counts code points, as the server does: an emoji is one character. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

export function isLengthAllowed(text: string): boolean {
  const length = lengthOf(text);
  return length >= MIN_LENGTH && length <= MAX_LENGTH;
}
