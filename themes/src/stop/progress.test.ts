import { describe, expect, it } from "vitest";
import { Refusal, Unreachable } from "../api/refusal";
import type { StopEvent } from "../api/stopTypes";
import { BEGINNING, mayHaveBegun, percentOf, stopFilter, withEvent } from "./progress";

const about = (id: string) => ({ id, clientId: `apicred-${id}`, name: `Name ${id}` });
const after = (...events: StopEvent[]) => events.reduce(withEvent, BEGINNING);

describe("the progress of a stop", () => {
  it("counts what the server tells", () => {
    const progress = after(
      { event: "found", stop: "s", count: 4 },
      { event: "withdrawn", ...about("1"), request: "r", operation: "enable" },
      { event: "stopped", ...about("1") },
      { event: "stopped", ...about("2") },
      { event: "tokens_revoked", ...about("4") },
      { event: "not_stopped", id: "3", clientId: "apicred-3", code: "busy" },
    );
    expect(progress).toEqual({
      found: 4,
      stopped: 2,
      withdrawn: 1,
      revoked: 1,
      notStopped: [{ id: "3", name: "apicred-3", code: "busy" }],
    });
    expect(percentOf(progress)).toBe(99);
    const done: StopEvent = { event: "done", stop: "s", stopped: 2, withdrawn: 1, tokensRevoked: 1, notStopped: 1, complete: false };
    expect(withEvent(progress, done).isComplete).toBe(false);
    expect(percentOf(withEvent(progress, done))).toBe(100);
  });

  it("is not at its end before the server says so, however many more there were", () => {
    const more = after({ event: "found", stop: "s", count: 1 }, { event: "stopped", ...about("1") }, { event: "stopped", ...about("2") });
    expect(percentOf(more)).toBe(99);
    expect(percentOf(BEGINNING)).toBe(0);
  });

  it("passes over what it does not know", () => {
    expect(after({ event: "resting" } as unknown as StopEvent)).toEqual(BEGINNING);
  });
});

describe("a stop of which nothing was told", () => {
  const problem = { field: "reason", code: "reason_missing", errorMessage: "The reason is missing." };

  it("may have begun when the connection was lost, or something between gave up", () => {
    expect(mayHaveBegun(new Unreachable(new DOMException("", "AbortError")))).toBe(true);
    expect(mayHaveBegun(new Refusal(502, [], "Bad Gateway"))).toBe(true);
    expect(mayHaveBegun(new Refusal(504, [], "Gateway Timeout"))).toBe(true);
  });

  it("has not begun when the server has refused it, or it was never sent", () => {
    expect(mayHaveBegun(new Refusal(400, [problem], "The reason is missing."))).toBe(false);
    expect(mayHaveBegun(new Refusal(403, [], "Forbidden"))).toBe(false);
    expect(mayHaveBegun(new Error("no access token"))).toBe(false);
  });
});

it("stops nothing as long as nothing is chosen", () => {
  expect(stopFilter("owner", "  ")).toBeUndefined();
  expect(stopFilter("address", " 203.0.113.7 ")).toEqual({ address: "203.0.113.7" });
  expect(stopFilter("all", "left over")).toEqual({ all: true });
});
