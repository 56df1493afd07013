import { describe, expect, it } from "vitest";
import cases from "./text-cases.json";
import { checkText, lengthOf } from "./text";

describe("a name or description", () => {
  it.each(cases.accepted)("is accepted: '%s'", (text) => {
    expect(checkText(text)).toBeUndefined();
  });

  it.each(cases.refused)("is refused: '%s'", (text) => {
    expect(checkText(text)).toBeDefined();
  });

  it("is told what is wrong as the server tells it", () => {
    expect(checkText(" 123 ")).toEqual({ code: "text_length", params: [null, "3", "5", "50"] });
    expect(checkText("x".repeat(51))).toEqual({ code: "text_length", params: [null, "51", "5", "50"] });
    expect(checkText("Treasury\u202e")).toEqual({ code: "text_unprintable", params: [null] });
  });

  it("is counted as people do, without white space around it", () => {
    expect(lengthOf("  \u{1f600}bcd ")).toBe(4);
  });
});
