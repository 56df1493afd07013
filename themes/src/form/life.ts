import type { Content, Finding, Owner, Settings } from "../api/types";
import { finding } from "../problem/problems";
import { isInstant } from "./dates";
import { checkText, lengthOf, strip } from "./text";

const MIN_TEAM = 2;
const MAX_CONTACT = 254;
const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** As the server has it: RFC 5321 without quoted names and address literals. */
const CONTACT = new RegExp(
  "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}" +
    "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$",
);
const DOTS = /^\.|\.@|\.\./;

/** Who answers for a credential. */
export interface OwnerDraft {
  team: string;
  contact: string;
  userId: string;
  /** What was typed to find the user by; without an id it is no user's name. */
  userName: string;
}

/** Who answers for a credential, until when it works and how long its tokens are valid; what is blank is not set. */
export interface Life {
  owner: OwnerDraft;
  /** An instant, or a text that is none. */
  expiresAt: string;
  tokenLifespan: string;
}

export const NO_LIFE: Life = {
  owner: { team: "", contact: "", userId: "", userName: "" },
  expiresAt: "",
  tokenLifespan: "",
};

type LifeContent = Pick<Content, "owner" | "expiresAt" | "tokenLifespan">;

export function lifeOf({ owner, expiresAt, tokenLifespan }: LifeContent): Life {
  return {
    owner: { ...NO_LIFE.owner, ...owner },
    expiresAt: expiresAt ?? "",
    tokenLifespan: tokenLifespan?.toString() ?? "",
  };
}

/** As a request has it: null takes away, and nothing is left out, which would leave it as it is. */
export function lifeContentOf({ owner, expiresAt, tokenLifespan }: Life): LifeContent {
  const given: Owner = {
    ...(strip(owner.team) && { team: strip(owner.team) }),
    ...(strip(owner.contact) && { contact: strip(owner.contact) }),
    ...(owner.userId && { userId: owner.userId }),
  };
  return {
    owner: Object.keys(given).length > 0 ? given : null,
    expiresAt: expiresAt || null,
    tokenLifespan: tokenLifespan === "" ? null : Number(tokenLifespan),
  };
}

/** What is wrong with a team; a blank one is none. */
export function checkTeam(team: string): Finding | undefined {
  return lengthOf(team) === 0 ? undefined : checkText(team, MIN_TEAM);
}

export function checkContact(contact: string): Finding | undefined {
  const text = strip(contact);
  const isRight = text === "" || (text.length <= MAX_CONTACT && CONTACT.test(text) && !DOTS.test(text));
  return isRight ? undefined : finding("owner_contact_malformed", text);
}

/**
 * What is wrong with an end.
 *
 * @param before what it was; what stays as it was may have passed
 */
export function checkExpiry(
  expiresAt: string,
  settings: Settings | undefined,
  now: Date,
  before = "",
): Finding | undefined {
  if (expiresAt === "") {
    return undefined;
  }
  if (!isInstant(expiresAt)) {
    return finding("expiry_malformed", expiresAt);
  }
  const end = Date.parse(expiresAt);
  if (end <= now.getTime() && expiresAt !== before) {
    return finding("expiry_past", expiresAt);
  }
  const maxDays = settings?.expiry?.maxDays;
  const latest = maxDays === undefined ? undefined : new Date(now.getTime() + maxDays * DAY_MILLIS);
  return latest && end > latest.getTime()
    ? finding("expiry_too_far", expiresAt, maxDays!, latest.toISOString())
    : undefined;
}

/** The shortest and longest lifespan of a token that can be set, in seconds. */
export const MIN_LIFESPAN = 60;
export const MAX_LIFESPAN = 3600;

export function checkLifespan(tokenLifespan: string): Finding | undefined {
  const isRight =
    tokenLifespan === "" ||
    (/^\d{1,4}$/.test(tokenLifespan) && Number(tokenLifespan) >= MIN_LIFESPAN && Number(tokenLifespan) <= MAX_LIFESPAN);
  return isRight ? undefined : finding("token_lifespan_range", null, MIN_LIFESPAN, MAX_LIFESPAN);
}

/** Whether the server can accept it, as far as is known here. */
export function isLifeValid(life: Life, settings: Settings | undefined, now: Date, before?: Life): boolean {
  const { owner, expiresAt, tokenLifespan } = life;
  const isOwned = !settings?.owner?.required || (strip(owner.team) !== "" && strip(owner.contact) !== "");
  const isEnding = !settings?.expiry?.required || expiresAt !== "";
  const isNewLifespan = tokenLifespan !== before?.tokenLifespan;
  return (
    isOwned &&
    isEnding &&
    isUserKnown(owner) &&
    checkTeam(owner.team) === undefined &&
    checkContact(owner.contact) === undefined &&
    checkExpiry(expiresAt, settings, now, before?.expiresAt) === undefined &&
    (!isNewLifespan || checkLifespan(tokenLifespan) === undefined)
  );
}

/** Whether what was typed as the user's name is one. */
export function isUserKnown({ userId, userName }: OwnerDraft): boolean {
  return userName === "" || userId !== "";
}
