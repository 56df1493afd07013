import { expect, it } from "vitest";
import { secondsOf } from "../page/time";
import cases from "./overlap-cases.json";
import { overlapsOf } from "./secrets";

it.each(cases.longest)("offers no longer overlap than the server takes: %j", ({ maxOverlap, everyDays, longest }) => {
  const offered = overlapsOf({ rotation: { maxOverlap: maxOverlap ?? undefined, everyDays: everyDays ?? undefined } });
  expect(Math.max(...offered.map((overlap) => secondsOf(overlap)!))).toBe(secondsOf(longest));
});
