import { expect, it } from "vitest";
import { lastAccepted, validUntil } from "./lastUse";

it("takes the latest use that was accepted", () => {
  const uses = [
    { time: "2026-11-25T12:00:00Z", accepted: false },
    { time: "2026-11-25T11:00:00Z", accepted: true, ipAddress: "203.0.113.7" },
    { time: "2026-11-25T10:00:00Z", accepted: true },
  ];
  expect(lastAccepted(uses)).toBe(uses[1]);
  expect(lastAccepted(uses.slice(0, 1))).toBeUndefined();
});

it("says until when a token may be valid", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  expect(validUntil("2026-11-25T11:30:00Z", now)).toBe("2026-11-25T12:30:00.000Z");
  expect(validUntil("2026-11-25T11:00:00Z", now)).toBeUndefined();
});
