import { expect, it } from "vitest";
import type { AuditRecord } from "../api/auditTypes";
import type { TimelineEntry } from "../api/timelineTypes";
import { kindOf, rowsOf } from "./timeline";

const TIME = "2026-11-25T12:00:00Z";
const use = (time: string): TimelineEntry => ({ kind: "use", time, use: { time, accepted: true } });
const record = (hash: string): TimelineEntry => ({
  kind: "change",
  time: TIME,
  record: { "event.action": "disable", "event.hash": hash, "api_credential.actor": "server" } as AuditRecord,
});
const event = (name: string): TimelineEntry => ({
  kind: "change",
  time: TIME,
  event: { time: TIME, operation: "UPDATE", resourcePath: "api-credentials/7", representation: { name } },
});

it("narrows to a kind that there is", () => {
  expect(["kind=pick-up", "kind=any", ""].map((text) => kindOf(new URLSearchParams(text)))).toEqual(["pick-up", undefined, undefined]);
});

it("gives each entry a key, also where two happened at once", () => {
  const keys = rowsOf([use(TIME), use(TIME), record("a"), record("b"), { kind: "notice", time: TIME, notice: { notice: "expired" } }]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(5);
});

it("keeps the key of an entry when a newer one comes", () => {
  const [before] = rowsOf([record("a"), use("2026-11-25T11:00:00Z")]);
  const [, after] = rowsOf([use("2026-11-25T13:00:00Z"), record("a"), use("2026-11-25T11:00:00Z")]);
  expect(after!.key).toBe(before!.key);
});

it("compares what an event tells with the event before it, over uses between", () => {
  const [latest] = rowsOf([event("New one"), use(TIME), event("Old one")]);
  expect(latest!.told).toMatchObject({ before: { name: "Old one" }, after: { name: "New one" }, isBeforeUnknown: false });
});
