import { describe, expect, it } from "vitest";
import contacts from "./contact-cases.json";
import { checkContact, checkExpiry, checkLifespan, checkTeam, isLifeValid, type Life, lifeContentOf, lifeOf, NO_LIFE } from "./life";

const NOW = new Date("2026-11-26T12:00:00Z");
const life = (change: Partial<Life>): Life => ({ ...NO_LIFE, ...change });
const owned = (change: Partial<Life["owner"]>) => life({ owner: { ...NO_LIFE.owner, ...change } });

describe("in a request", () => {
  it("what is blank is taken away", () => {
    expect(lifeContentOf(NO_LIFE)).toEqual({ owner: null, expiresAt: null, tokenLifespan: null });
    expect(lifeContentOf(owned({ team: " ", userName: "alice" }))).toMatchObject({ owner: null });
  });

  it("what was read is the same", () => {
    const read = {
      owner: { team: "Treasury", contact: "treasury@example.com", userId: "7" },
      expiresAt: "2027-01-31T12:00:00Z",
      tokenLifespan: 600,
    };
    expect(lifeContentOf(lifeOf(read))).toEqual(read);
  });
});

it("judges a team", () => {
  expect(["", "IT", "Treasury"].map(checkTeam)).toEqual([undefined, undefined, undefined]);
  expect(checkTeam("T")?.params).toEqual([null, "1", "2", "50"]);
});

describe("a contact", () => {
  it.each(["", ...contacts.accepted])("is accepted: %j", (contact) => {
    expect(checkContact(contact)).toBeUndefined();
  });

  it.each(contacts.refused)("is refused: %j", (contact) => {
    expect(checkContact(contact)?.code).toBe("owner_contact_malformed");
  });
});

describe("an end", () => {
  it.each([
    ["", undefined],
    ["2027-01-31T12:00:00Z", undefined],
    ["soon", "expiry_malformed"],
    ["2026-11-26T12:00:00Z", "expiry_past"],
  ])("%j is judged", (expiresAt, code) => {
    expect(checkExpiry(expiresAt, undefined, NOW)?.code).toBe(code);
  });

  it("may have passed if it was so before", () => {
    expect(checkExpiry("2026-11-01T00:00:00Z", undefined, NOW, "2026-11-01T00:00:00Z")).toBeUndefined();
  });

  it("is no further than the realm allows", () => {
    const settings = { expiry: { maxDays: 1 } };
    expect(checkExpiry("2026-11-27T12:00:00Z", settings, NOW)).toBeUndefined();
    expect(checkExpiry("2026-11-27T12:00:01Z", settings, NOW)?.params?.slice(1)).toEqual(["1", "2026-11-27T12:00:00.000Z"]);
  });
});

it("judges a lifespan", () => {
  expect(["", "60", "3600"].map(checkLifespan)).toEqual([undefined, undefined, undefined]);
  expect(["59", "3601", "1e2", "-60", "ten"].map((text) => checkLifespan(text)?.code)).toEqual(
    Array(5).fill("token_lifespan_range"),
  );
});

describe("what can be saved", () => {
  const strict = { owner: { required: true }, expiry: { required: true } };

  it("may be nothing, where the realm asks for nothing", () => {
    expect(isLifeValid(NO_LIFE, undefined, NOW)).toBe(true);
    expect(isLifeValid(NO_LIFE, {}, NOW)).toBe(true);
  });

  it("has what the realm asks for", () => {
    const whole = { ...owned({ team: "Treasury", contact: "t@example.com" }), expiresAt: "2027-01-31T12:00:00Z" };
    expect(isLifeValid(whole, strict, NOW)).toBe(true);
    expect(isLifeValid({ ...whole, expiresAt: "" }, strict, NOW)).toBe(false);
    expect(isLifeValid({ ...whole, owner: { ...whole.owner, contact: " " } }, strict, NOW)).toBe(false);
  });

  it("has no name of a user that there is not", () => {
    expect(isLifeValid(owned({ userName: "alice" }), {}, NOW)).toBe(false);
    expect(isLifeValid(owned({ userName: "alice", userId: "7" }), {}, NOW)).toBe(true);
  });

  it("may keep a lifespan that is shorter than what can be set now", () => {
    expect(isLifeValid(life({ tokenLifespan: "30" }), {}, NOW)).toBe(false);
    expect(isLifeValid(life({ tokenLifespan: "30" }), {}, NOW, life({ tokenLifespan: "30" }))).toBe(true);
  });
});
