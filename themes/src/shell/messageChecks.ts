import ts from "typescript";

export type Messages = Record<string, string>;

/** What a source file asks for: keys, shapes of keys with `*` for what it puts in, and texts that it writes itself. */
export interface Uses {
  keys: string[];
  patterns: string[];
  texts: string[];
}

const OURS = /^apiCredentials\./;
/** Properties and attributes whose value is a key; and those whose value is read by people. */
const KEY_NAME = /(?<!event)Key$|^continueButtonLabel$/;
const TEXT_NAME = /label$|text$|title$|tip$|placeholder$|^alt$|description$|message$|instructions$/i;
const KEY_FUNCTIONS = ["t", "addError"];

/** The kinds of problems in a Java enum: their codes with their sentences. */
export function kindsIn(java: string): Messages {
  const constants = [...java.matchAll(/^ {4}([A-Z][A-Z0-9_]*)\(((?:\s*\+?\s*"(?:[^"\\]|\\.)*")+)\)[,;]$/gm)];
  return Object.fromEntries(
    constants.map(([, name, literals]) => [
      name!.toLowerCase(),
      [...literals!.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal) as string).join(""),
    ]),
  );
}

/** Reads a file, and fails where Keycloak would go on in ISO 8859-1. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** A key of a shape into which something is put. */
export function filled(shape: string, value: string): string {
  return shape.replace(/\*(\.\*)?/, value);
}

/** Each once, in order. */
export function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}

/** The constants of a Java enum that has no more than their names in their lines, in lower case. */
export function wordsIn(java: string): string[] {
  return [...java.matchAll(/^ {4}([A-Z][A-Z0-9_]*)[,;]$/gm)].map(([, name]) => name!.toLowerCase());
}

/** Keys that one language has and the other has not; each language has the plural forms that its rules know. */
export function keyDifferences(english: Messages, other: Messages, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const expected = namesOf(english).flatMap((name) =>
    isPlural(english, name) ? forms.map((form) => `${name}_${form}`) : [name],
  );
  return [
    ...expected.filter((key) => !(key in other)).map((key) => `missing: ${key}`),
    ...Object.keys(other)
      .filter((key) => !expected.includes(key))
      .map((key) => `not in English: ${key}`),
  ];
}

/** Keys whose placeholders are not the English ones. */
export function placeholderDifferences(english: Messages, other: Messages): string[] {
  return Object.keys(other).filter((key) => {
    const model = english[key] ?? english[key.replace(/_[a-z]+$/, "_other")] ?? "";
    return placeholdersOf(other[key]!).join() !== placeholdersOf(model).join();
  });
}

/** Keys that say nothing, or the same as English in more than two words. */
export function untranslated(english: Messages, other: Messages): string[] {
  return Object.entries(other)
    .filter(([key, text]) => text.trim() === "" || (text === english[key] && wordsOf(text).length > 2))
    .map(([key]) => key);
}

/** The keys to ask for: those of the bundle, with the forms of a plural as one. */
export function namesOf(messages: Messages): string[] {
  return [
    ...new Set(
      Object.keys(messages).map((key) => {
        const name = key.replace(/_(one|other)$/, "");
        return isPlural(messages, name) ? name : key;
      }),
    ),
  ];
}

export function usesIn(file: string, source: string): Uses {
  const uses: Uses = { keys: [], patterns: [], texts: [] };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return uses;

  function visit(node: ts.Node) {
    if (ts.isStringLiteralLike(node) && OURS.test(node.text)) {
      uses.keys.push(node.text);
    } else if (ts.isTemplateExpression(node) && OURS.test(node.head.text)) {
      uses.patterns.push(shapeOf(node));
    } else if (ts.isCallExpression(node) && KEY_FUNCTIONS.includes(node.expression.getText())) {
      addStockKeys(node.arguments[0]);
    } else if (ts.isJsxText(node)) {
      addTexts(node.text);
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      addTexts(...literalsIn(node));
    } else if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) {
      const name = node.name.getText();
      if (KEY_NAME.test(name)) {
        addStockKeys(node.initializer);
      } else if (TEXT_NAME.test(name)) {
        addTexts(...literalsIn(node.initializer));
      }
    }
    ts.forEachChild(node, visit);
  }

  function addStockKeys(value: ts.Node | undefined) {
    uses.keys.push(...literalsIn(value).filter((key) => !OURS.test(key)));
  }

  function addTexts(...found: string[]) {
    uses.texts.push(...found.filter((text) => /\p{L}/u.test(text) && !OURS.test(text)).map((text) => text.trim()));
  }
}

/** The literals that an expression can come out as. */
function literalsIn(node: ts.Node | undefined): string[] {
  if (node === undefined) {
    return [];
  }
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isTemplateExpression(node)) {
    return [shapeOf(node)];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    return [...literalsIn(node.left), ...literalsIn(node.right)];
  }
  return ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) ? literalsIn(node.expression) : [];
}

function shapeOf(template: ts.TemplateExpression): string {
  return template.head.text + template.templateSpans.map(({ literal }) => `*${literal.text}`).join("");
}

function isPlural(messages: Messages, name: string): boolean {
  return `${name}_one` in messages && `${name}_other` in messages;
}

function placeholdersOf(text: string): string[] {
  return (text.match(/\{\{[^}]*\}\}/g) ?? []).sort();
}

function wordsOf(text: string): string[] {
  return text.replace(/\{\{[^}]*\}\}/g, "").match(/\p{L}+/gu) ?? [];
}
