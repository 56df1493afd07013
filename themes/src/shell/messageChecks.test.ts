import { describe, expect, it } from "vitest";
import { keyDifferences, kindsIn, namesOf, placeholderDifferences, untranslated, usesIn } from "./messageChecks";

describe("the checks", () => {
  it("see a key too few and one too many", () => {
    expect(keyDifferences({ a: "A" }, { b: "B" }, "de")).toEqual(["missing: a", "not in English: b"]);
  });

  it("want the plural forms of the language", () => {
    const plural = { n_one: "{{count}} row", n_other: "{{count}} rows" };
    expect(keyDifferences(plural, plural, "es")).toEqual(["missing: n_many"]);
    expect(keyDifferences(plural, plural, "ja")).toEqual(["not in English: n_one"]);
    expect(placeholderDifferences(plural, { n_many: "filas" })).toEqual(["n_many"]);
    expect(namesOf(plural)).toEqual(["n"]);
  });

  it("see a placeholder that is missing, misspelt or too many", () => {
    const model = { a: "{{x}} of {{y}}" };
    expect(placeholderDifferences(model, { a: "{{y}} / {{x}}" })).toEqual([]);
    for (const a of ["{{x}}", "{{x}} {{Y}}", "{{x}} {{y}} {{y}}"]) {
      expect(placeholderDifferences(model, { a })).toEqual(["a"]);
    }
  });

  it("see what is empty, and what is left in English", () => {
    const model = { a: "Show all of it", b: "Client ID", c: "Name" };
    expect(untranslated(model, { ...model, c: " " })).toEqual(["a", "c"]);
  });

  it("read the kinds of problems", () => {
    const java = `
public enum NameProblem implements Problem.Kind {
    NAME_MISSING("The name is missing."),
    /** {1}: the "longest" length. */
    NAME_TOO_LONG_2(
            "'{value}' is \\"long\\"; write at most {1}"
                    + " characters.");

    NameProblem(String sentence) {
        this.sentence = of("x");
    }
}
`;
    expect(kindsIn(java)).toEqual({
      name_missing: "The name is missing.",
      name_too_long_2: `'{value}' is "long"; write at most {1} characters.`,
    });
  });

  it("find keys wherever they are written", () => {
    const source = `
      const words = { one: "apiCredentials.a" };
      t(wide ? "apiCredentials.b" : "save");
      addError("failed", error);
      const column = { displayKey: "time", eventKey: "tab" };
      const page = <Page titleKey="title" subKey={\`apiCredentials.\${kind}.\${word}.help\`} />;
    `;
    expect(usesIn("x.tsx", source)).toEqual({
      keys: ["apiCredentials.a", "save", "apiCredentials.b", "failed", "time", "title"],
      patterns: ["apiCredentials.*.*.help"],
      texts: [],
    });
  });

  it("find texts wherever they are written", () => {
    const source = `
      const item = { title: "Enable" };
      const page = <p aria-label="Close" id="x">Hello · {wide ? "there" : name}<b title={\`Remove \${name}\`}> · </b></p>;
    `;
    expect(usesIn("x.tsx", source).texts).toEqual(["Enable", "Close", "Hello ·", "there", "Remove *"]);
  });
});
