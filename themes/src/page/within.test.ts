import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Unreachable } from "../api/refusal";
import { within } from "./within";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("is what was promised in time", async () => {
  await expect(within(1000, Promise.resolve(7))).resolves.toBe(7);
  await expect(within(1000, Promise.reject(new TypeError("x")))).rejects.toThrow(TypeError);
  expect(vi.getTimerCount()).toBe(0);
});

it("is given up when it does not come", async () => {
  const late = expect(within(1000, new Promise(() => undefined))).rejects.toThrow(Unreachable);
  await vi.advanceTimersByTimeAsync(1000);
  await late;
});
