import { describe, expect, it } from "vitest";
import catalogue from "../../../src/main/resources/permission-sets.json";
import type { PermissionSet } from "../api/types";
import { SHOWN_HERE } from "../form/delivery";
import { NO_LIFE } from "../form/life";
import { readOnly } from "../form/permissions";
import { type Draft, EMPTY, isTouched, reachable, restored, withSet, withStep } from "./draft";

const sets: PermissionSet[] = catalogue.map((set) => ({
  ...set,
  defaultPermissions: set.catalogue.map(({ type, action }) => ({ type, action, scope: "org" })),
}));
const set = (type: string) => sets.find((found) => found.type === type)!;
const filled = (change: Partial<Draft> = {}): Draft => ({
  ...withStep(withSet(EMPTY, set("monitoring")), "permissions"),
  texts: { name: "Watcher", description: "" },
  addresses: { areLimited: true, entries: ["10.0.0.1"] },
  ...change,
});

describe("another permission set", () => {
  const reading = { ...filled(), rows: { monitoring: readOnly(filled().rows.monitoring!) } };
  const back = withSet(withSet(reading, set("wallets")), set("monitoring"));

  it("keeps what was edited of the one before", () => {
    expect(back.rows.monitoring).toEqual(reading.rows.monitoring);
    expect(back.rows.wallets).toHaveLength(8);
  });

  it("has its permissions looked at before they are reviewed", () => {
    expect(reachable(reading, sets).review).toBe(true);
    expect(reachable(back, sets)).toMatchObject({ permissions: true, review: false });
    expect(reachable(withStep(back, "permissions"), sets).review).toBe(true);
  });

  it("is not another one when it is chosen twice", () => {
    expect(withSet(reading, set("monitoring"))).toEqual(reading);
  });
});

describe("what is kept", () => {
  it("is restored where it was left", () => {
    const draft = withStep(filled(), "review");
    expect(restored(JSON.stringify(draft), sets)).toEqual(draft);
  });

  it("is restored as far as it is still right", () => {
    const step = "review";
    const at = (change: Partial<Draft>) => restored(JSON.stringify(filled({ step, ...change })), sets)?.step;
    expect(at({ set: "gone" })).toBe("set");
    expect(at({ texts: { name: "No", description: "" } })).toBe("texts");
    expect(at({ life: { ...NO_LIFE, expiresAt: "soon" } })).toBe("texts");
    expect(restored(JSON.stringify({ ...filled(), life: undefined }), sets)?.life).toEqual(NO_LIFE);
    expect(at({ addresses: { areLimited: true, entries: ["10.0.0"] } })).toBe("addresses");
    expect(restored(JSON.stringify({ ...filled(), delivery: undefined }), sets)?.delivery).toEqual(SHOWN_HERE);
    expect(at({ seen: undefined })).toBe("permissions");
  });

  it("may be nothing, or nothing that can be read", () => {
    expect(restored(null, sets)).toBeUndefined();
    expect(restored("{", sets)).toBeUndefined();
    expect(restored('{"rows": 7, "set": "wallets", "texts": 1}', sets)).toBeUndefined();
  });
});

it("needs what the realm asks for before the next step", () => {
  const strict = { expiry: { required: true } };
  expect(reachable(filled(), sets, strict)).toMatchObject({ texts: true, addresses: false });
  expect(reachable(filled({ life: { ...NO_LIFE, expiresAt: "2099-01-31T00:00:00Z" } }), sets, strict).addresses).toBe(true);
});

describe("leaving loses something", () => {
  it("once anything was typed, removed or set free", () => {
    expect(isTouched({ ...EMPTY, texts: { name: "x", description: "" } }, sets)).toBe(true);
    expect(isTouched({ ...EMPTY, addresses: { areLimited: true, entries: ["1"] } }, sets)).toBe(true);
    expect(isTouched({ ...EMPTY, life: { ...NO_LIFE, tokenLifespan: "60" } }, sets)).toBe(true);
    expect(isTouched({ ...EMPTY, addresses: { areLimited: false, entries: [""] } }, sets)).toBe(true);
    expect(isTouched({ ...withSet(EMPTY, set("wallets")), rows: { wallets: [] } }, sets)).toBe(true);
  });

  it("but not by the choice of a set alone", () => {
    expect(isTouched(EMPTY, sets)).toBe(false);
    expect(isTouched(withSet(withSet(EMPTY, set("wallets")), set("controls")), sets)).toBe(false);
  });
});
