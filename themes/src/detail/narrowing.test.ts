import { expect, it } from "vitest";
import type { Activity } from "../api/activityTypes";
import { effectOf } from "./narrowing";

const used = (address: string, accepted: number, refused = 0) => ({ address, accepted, refused, lastAt: "2026-11-25T12:00:00Z" });
const activity: Activity = {
  recorded: true,
  from: "2026-10-26T00:00:00Z",
  to: "2026-11-26T00:00:00Z",
  bucket: "day",
  accepted: 0,
  refused: 0,
  buckets: [],
  secrets: [],
  reasons: [],
  addresses: [used("203.0.113.7", 400), used("203.0.113.9", 12), used("2001:db8::1", 3), used("192.0.2.44", 0, 5), used("others", 7), used("unknown", 2)],
};
const refusedBy = (...entries: string[]) => effectOf(activity, entries).refused.map(({ address }) => address);

it("names the addresses with accepted uses that a list does not admit", () => {
  expect(refusedBy("203.0.113.7")).toEqual(["203.0.113.9", "2001:db8::1"]);
  expect(refusedBy("203.0.113.0/24")).toEqual(["2001:db8::1"]);
  expect(refusedBy("198.51.100.0/24")).toEqual(["203.0.113.7", "203.0.113.9", "2001:db8::1"]);
});

it("has nothing refused where all addresses are allowed", () => {
  expect(refusedBy("0.0.0.0/0")).toEqual([]);
});

it("counts what it cannot judge", () => {
  expect(effectOf(activity, ["0.0.0.0/0"]).unjudged).toBe(9);
});
