import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import catalogue from "../../../src/main/resources/permission-sets.json";
import { parseProperties } from "../../build/properties";
import addressCases from "../form/address-cases.json";
import { checkAddress } from "../form/addresses";
import { keyDifferences, namesOf, placeholderDifferences, untranslated, usesIn } from "./messageChecks";

const MESSAGES = new URL("../../theme/theme/api-credentials/admin/messages/", import.meta.url);
const SOURCES = new URL("../", import.meta.url);
const REFUSALS = new URL("../../../src/main/java/io/apicredentials/access/RefusalReason.java", import.meta.url);

/** Texts of the stock console that our pages use. */
const STOCK = [
  ...["action", "back", "cancel", "clearAllFilters", "ipAddress", "next", "noSearchResults"],
  ...["noSearchResultsInstructions", "pagination", "refresh", "revert", "save", "search", "settings", "time", "user"],
];

const permissions = catalogue.flatMap((set) => set.catalogue);
/** What the pages put into keys, for each shape of a key that they put something into. */
const DYNAMIC: Record<string, string[]> = {
  "apiCredentials.*": ["disable", "delete", "usage", "changes"],
  "apiCredentials.*.title": ["disable", "delete"],
  "apiCredentials.*.text": ["disable", "delete"],
  "apiCredentials.*.notRecorded": ["usage", "changes"],
  "apiCredentials.*.notRecorded.text": ["usage", "changes"],
  "apiCredentials.*.kept": ["usage", "changes"],
  "apiCredentials.*.keptFor": ["usage", "changes"],
  "apiCredentials.*.none": ["usage", "changes"],
  "apiCredentials.failed.*": ["enable", "disable", "delete", "save", "load", "loadOne", "usage", "changes"],
  "apiCredentials.*.*": permissions.flatMap(({ type, action, scopes }) => [
    `type.${type}`,
    `action.${action}`,
    ...scopes.map((scope) => `scope.${scope}`),
  ]),
  "apiCredentials.place.*": ["org", "all.vault", "vault", "all.key", "key"],
  "apiCredentials.set.*": catalogue.map((set) => set.type),
  "apiCredentials.set.*.description": catalogue.map((set) => set.type),
  // A blank entry is not marked.
  "apiCredentials.address.*": addressCases.refused
    .filter((entry) => entry !== "")
    .map((entry) => checkAddress(entry)!.key)
    .concat("duplicate", "allIsAlone"),
  "apiCredentials.permission.*": [
    ...["type", "action", "scope", "resource"],
    ...["resourceCharacters", "resourceLength", "duplicate", "notOffered"],
  ],
  "apiCredentials.permission.*.help": ["type", "action", "scope", "resource"],
  "apiCredentials.refusal.*": [...readFileSync(REFUSALS, "utf8").matchAll(/\("([a-z_]+)"\)/g)].map(
    ([, code]) => code!,
  ),
  "apiCredentials.changes.*": ["create", "update", "enable", "disable", "delete"],
};

const bundles = Object.fromEntries(
  readdirSync(MESSAGES).map((file) => [
    /^messages_(\w+)\.properties$/.exec(file)![1]!,
    parseProperties(decode(readFileSync(new URL(file, MESSAGES)))),
  ]),
);
const english = bundles.en!;
const uses = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => usesIn(file, readFileSync(new URL(file, SOURCES), "utf8")));
const keys = unique(uses.flatMap((use) => use.keys));
const patterns = unique(uses.flatMap((use) => use.patterns));
const asked = unique([
  ...keys.filter((key) => !STOCK.includes(key)),
  ...Object.entries(DYNAMIC).flatMap(([shape, values]) => values.map((value) => filled(shape, value))),
]);

it("speaks five languages", () => {
  expect(Object.keys(bundles).sort()).toEqual(["de", "en", "es", "ja", "pt"]);
});

describe.each(Object.keys(bundles).filter((language) => language !== "en"))("the texts in %s", (language) => {
  const messages = bundles[language]!;

  it("have the keys of English", () => {
    expect(keyDifferences(english, messages, language)).toEqual([]);
  });

  it("have the placeholders of English", () => {
    expect(placeholderDifferences(english, messages)).toEqual([]);
  });

  it("are translated", () => {
    expect(untranslated(english, messages)).toEqual([]);
  });
});

describe("the pages", () => {
  it("ask for texts that there are", () => {
    expect(asked.filter((key) => !namesOf(english).includes(key))).toEqual([]);
  });

  it("ask for every text that there is", () => {
    expect(namesOf(english).filter((key) => !asked.includes(key))).toEqual([]);
  });

  it("ask for no other stock texts, and for all of these", () => {
    expect(keys.filter((key) => !key.startsWith("apiCredentials."))).toEqual(STOCK);
  });

  it("make keys in no other ways, and in all of these", () => {
    expect(patterns).toEqual(Object.keys(DYNAMIC).sort());
  });

  it("write no text themselves", () => {
    expect(uses.flatMap((use) => use.texts)).toEqual([]);
  });
});

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

  it("see bytes that Keycloak would read in another encoding", () => {
    expect(() => decode(Uint8Array.of(0xfc))).toThrow();
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

/** Fails where Keycloak would go on in ISO 8859-1. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function filled(shape: string, value: string): string {
  return shape.replace(/\*(\.\*)?/, value);
}

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
