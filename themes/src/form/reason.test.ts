import { describe, expect, it } from "vitest";
import type { Settings } from "../api/types";
import { approvalsFor, checkReason, inOneLine, isReasonValid, reasonToSend } from "./reason";

describe("a reason", () => {
  it.each([
    ["    abcd   ", "reason_length"],
    ["a".repeat(501), "reason_length"],
    ["ab\u0000cde", "reason_characters"],
    ["ab\u202ecde", "reason_characters"],
    ["👩\u200d💻 working", "reason_characters"],
  ])("is refused: %j", (text, code) => {
    expect(checkReason(text)?.code).toBe(code);
    expect(isReasonValid(text)).toBe(false);
  });

  it.each(["abcde", "a".repeat(500), "👩💻 ok now", " Größe ", "必要なため。"])("is accepted: %j", (text) => {
    expect(checkReason(text)).toBeUndefined();
  });

  it("may be left out where it is asked for", () => {
    expect(isReasonValid("  ")).toBe(true);
    expect(reasonToSend("  ")).toBeUndefined();
    expect(reasonToSend(" New vendor ")).toBe("New vendor");
  });

  it("is one line, however it is typed or pasted", () => {
    expect(inOneLine("one \r\n\ttwo\nthree")).toBe("one two three");
  });
});

it("knows from the settings what waits for how many", () => {
  const settings: Settings = { approval: { operations: ["create"], approvals: 2 } };
  expect(approvalsFor("create", settings)).toBe(2);
  expect(approvalsFor("update", settings)).toBeUndefined();
  expect(approvalsFor("settings", settings)).toBe(2);
  expect(approvalsFor("create", { approval: { operations: ["create"] } })).toBe(1);
  expect(approvalsFor("settings", { approval: { approvals: 2 } })).toBeUndefined();
  expect(approvalsFor("create", undefined)).toBeUndefined();
});
