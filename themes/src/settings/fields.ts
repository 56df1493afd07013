import type { Finding, Settings } from "../api/types";
import { finding } from "../problem/problems";

/** Whole numbers that can be set, with the smallest and the largest. */
const NUMBERS = {
  tokenLifespan: [60, 3600],
  "addresses.widestPrefix": [0, 32],
  "expiry.maxDays": [1, 3650],
  "rotation.everyDays": [1, 3650],
  "unused.disableAfterDays": [1, 3650],
  "approval.approvals": [1, 10],
} as const;

/** What can be chosen; the first is what holds where nothing is. */
export const CHOICES = {
  environment: ["", "sandbox", "production"],
  signatureAlgorithm: ["", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "EdDSA"],
  "token.permissions": ["", "strings", "both"],
  "token.type": ["", "at+jwt"],
  "rotation.maxOverlap": ["", "PT0S", "P1D", "P3D", "P7D", "P14D", "P30D"],
  "approval.timeout": ["", "PT5M", "PT15M", "PT30M", "PT2H", "PT4H", "PT8H", "PT24H"],
} as const;

/** What can be made to wait for approval. */
export const OPERATIONS = ["create", "update", "enable", "delete", "rotate"] as const;

/** Lists of words, as they are typed with white space between them. */
const LISTS = ["audience", "approval.operations"] as const;

/** Yes or no, with what holds where neither is set. */
const FLAGS = {
  "token.scope": true,
  "addresses.allAllowed": true,
  "owner.required": false,
  "expiry.required": false,
  "notices.email": false,
  "approval.serviceAccounts": false,
} as const;

export type NumberPath = keyof typeof NUMBERS;
export type ChoicePath = keyof typeof CHOICES;
export type FlagPath = keyof typeof FLAGS;
export type ListPath = (typeof LISTS)[number];
export type Path = ListPath | NumberPath | ChoicePath | FlagPath;

/** Each setting as it is typed, by its place in the settings; what is blank is not set. Flags are `true` or `false`. */
export type Draft = Record<Path, string>;

export const PATHS = [...LISTS, ...Object.keys(NUMBERS), ...Object.keys(CHOICES), ...Object.keys(FLAGS)] as Path[];

export function draftOf(settings: Settings): Draft {
  return Object.fromEntries(PATHS.map((path) => [path, textOf(path, valueAt(settings, path))])) as Draft;
}

function textOf(path: Path, value: unknown): string {
  if (isFlag(path)) {
    return String(value ?? FLAGS[path]);
  }
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}

/**
 * As a request has them.
 *
 * @param read settings as they were read: a server of another version may have some that the page does not show
 */
export function settingsOf(draft: Draft, read: Settings): Settings {
  const { warnings: _, pending: __, ...settings } = structuredClone(read);
  PATHS.forEach((path) => put(settings, path, valueOf(path, draft[path])));
  return settings;
}

/** Undefined for what is not set; of a flag, for what holds anyway. */
function valueOf(path: Path, text: string): unknown {
  if (isFlag(path)) {
    const flag = text === "true";
    return flag === FLAGS[path] ? undefined : flag;
  }
  if (text.trim() === "") {
    return undefined;
  }
  if (LISTS.some((list) => list === path)) {
    return wordsOf(text);
  }
  return path in NUMBERS && /^\d+$/.test(text) ? Number(text) : text;
}

/** The words of a list. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** What is wrong with a number; undefined where nothing is. */
export function checkNumber(path: NumberPath, text: string): Finding | undefined {
  const [min, max] = NUMBERS[path];
  const isRight = text === "" || (/^(0|[1-9]\d{0,8})$/.test(text) && Number(text) >= min && Number(text) <= max);
  return isRight ? undefined : finding("not_number", null, min, max);
}

export function isValid(draft: Draft): boolean {
  return (Object.keys(NUMBERS) as NumberPath[]).every((path) => checkNumber(path, draft[path]) === undefined);
}

/** Whether both come to the same. */
export function isSame(one: Draft, other: Draft): boolean {
  return PATHS.every((path) => isSameAt(path, one, other));
}

function isSameAt(path: Path, one: Draft, other: Draft): boolean {
  return JSON.stringify(valueOf(path, one[path])) === JSON.stringify(valueOf(path, other[path]));
}

/** Whether what waits for approval would be another; such a change waits itself, if anything does. */
export function changesApproval(draft: Draft, read: Draft): boolean {
  return PATHS.some((path) => path.startsWith("approval.") && !isSameAt(path, draft, read));
}

function isFlag(path: Path): path is FlagPath {
  return path in FLAGS;
}

type Node = Record<string, unknown>;

function valueAt(settings: Settings, path: Path): unknown {
  return path.split(".").reduce<unknown>((node, name) => (node as Node | undefined)?.[name], settings);
}

function put(settings: Settings, path: Path, value: unknown) {
  const [first, second] = path.split(".") as [string, string?];
  const root = settings as Node;
  if (second === undefined) {
    root[first] = value;
    return;
  }
  const inner = { ...(root[first] as Node | undefined), [second]: value };
  root[first] = Object.values(inner).every((each) => each === undefined) ? undefined : inner;
}
