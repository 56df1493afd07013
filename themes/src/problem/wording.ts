import type { TFunction } from "i18next";
import { Refusal, Unreachable } from "../api/refusal";
import type { Finding, Problem } from "../api/types";

/** As much of an offending value as a sentence repeats, in code points, as on the server. */
const MOST_REPEATED = 64;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** Kinds whose values and details are words of the catalogue. */
const OF_WORDS = /^permission_(set|type|action|scope)_(?:missing|unknown)$/;

/**
 * A problem in the language of the reader. A server of another version may have other kinds of problems, or name other
 * things: what is said then is its own sentence.
 */
export function textOf(t: TFunction, { code, params = [], errorMessage = "" }: Partial<Problem>): string {
  if (code === undefined) {
    return errorMessage;
  }
  const key = `apiCredentials.problem.${code}`;
  const message = t(key, { defaultValue: "", skipInterpolation: true });
  const values = valuesOf(t, { code, params });
  const isComplete = [...message.matchAll(PLACEHOLDER)].every(([, name]) => typeof values[name!] === "string");
  return message !== "" && isComplete ? t(key, values) : errorMessage;
}

/** Why something was not done. */
export function reasonOf(t: TFunction, error: unknown): string {
  if (error instanceof Unreachable) {
    return t("apiCredentials.unreachable");
  }
  if (error instanceof Refusal && error.problems.length > 0) {
    return error.problems.map((problem) => textOf(t, problem)).join(" ");
  }
  return error instanceof Error ? error.message : String(error);
}

/** What is put into a message: `value`, `1`, `2` and so on. */
function valuesOf(t: TFunction, { code, params = [] }: Finding): Record<string, string | null> {
  const kind = OF_WORDS.exec(code)?.[1];
  const [value = null, ...details] = kind === undefined ? params : inWords(t, kind, params);
  return {
    value: value && cut(value),
    ...Object.fromEntries(details.map((detail, index) => [String(index + 1), detail])),
  };
}

/** The last detail is what there is to choose from; what is before it says of what, such as a set or a type. */
function inWords(t: TFunction, kind: string, params: (string | null)[]): (string | null)[] {
  return params.map((param, index) => {
    if (param === null || index === 0) {
      return param && wordOf(t, param, kind);
    }
    const kinds = index === params.length - 1 ? [kind] : ["action", "set", "type"];
    return param.replace(/[\w-]+/g, (word) => wordOf(t, word, ...kinds));
  });
}

/** As people say it, of the last kind that has such a word; the catalogue is data, so others are shown as they are. */
function wordOf(t: TFunction, word: string, ...kinds: string[]): string {
  return kinds.reduce((known, kind) => t(`apiCredentials.${kind}.${word}`, { defaultValue: known }), word);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > MOST_REPEATED ? `${characters.slice(0, MOST_REPEATED).join("")}…` : text;
}
