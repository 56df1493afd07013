import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";

const SOURCES = new URL("./", import.meta.url);

/** The folders from the bottom up: each uses those below it, and none beside it. */
const LAYERS = [["api"], ["problem"], ["page"], ["form"], ["state"], ["record"], ["secret"], ["stop"], ["list", "create", "detail", "settings", "approval", "audit"], ["shell"], ["."]];

type Imports = Record<string, string[]>;

const MOST_LINES = 200;

const present = readdirSync(SOURCES, { recursive: true, encoding: "utf8" });
const files = present.filter((file) => /\.tsx?$/.test(file));
const imports: Imports = Object.fromEntries(files.map((file) => [file, importsOf(file, read(file), files)]));

describe("the sources", () => {
  it("import each other without a cycle", () => {
    expect(cyclesOf(imports)).toEqual([]);
  });

  it("import from their own folder and from those below it, tests aside", () => {
    const upwards = Object.entries(imports)
      .filter(([file]) => !file.includes(".test."))
      .flatMap(([file, used]) => used.filter((other) => !mayUse(dirname(file), dirname(other))).map((other) => [file, other]));
    expect(upwards).toEqual([]);
  });

  it("are in folders with a layer", () => {
    expect(files.filter((file) => layerOf(dirname(file)) < 0)).toEqual([]);
  });

  it(`have at most ${MOST_LINES} lines`, () => {
    const sources = present.filter((file) => /\.(tsx?|css)$/.test(file));
    expect(sources.filter((file) => read(file).trimEnd().split("\n").length > MOST_LINES)).toEqual([]);
  });
});

describe("the checks", () => {
  it("find imports of values and types, now and later", () => {
    const source = `
      import { a } from "./a";
      import type {
        B,
      } from "../y/B";
      export * from "../z";
      const c = lazy(() => import("./c"));
      import "../x.css";
      import { useState } from "react";
    `;
    const all = ["x/a.ts", "y/B.tsx", "z.ts", "x/c.tsx", "x/a.tsx.ts"];
    expect(importsOf("x/file.ts", source, all)).toEqual(["x/a.ts", "y/B.tsx", "z.ts", "x/c.tsx"]);
  });

  it("see a cycle, wherever it begins", () => {
    expect(cyclesOf({ a: ["b", "c"], b: ["c"], c: [] })).toEqual([]);
    expect(cyclesOf({ a: ["b"], b: ["c", "d"], c: ["b"], d: ["d"] })).toEqual(["b → c → b", "d → d"]);
  });

  it("see an import that goes up or to the side", () => {
    expect([mayUse("list", "list"), mayUse("list", "api"), mayUse(".", "shell")]).toEqual([true, true, true]);
    expect([mayUse("list", "shell"), mayUse("list", "detail")]).toEqual([false, false]);
  });
});

function read(file: string): string {
  return readFileSync(new URL(file, SOURCES), "utf8");
}

/** Those of the files that a source imports. */
function importsOf(file: string, source: string, all: string[]): string[] {
  return [...source.matchAll(/\b(?:from|import|import\()\s*"(\.[^"]*)"/g)].flatMap(([, path]) => {
    const imported = join(dirname(file), path!);
    return all.filter((other) => other === `${imported}.ts` || other === `${imported}.tsx`);
  });
}

/** Each cycle that a depth-first search closes. */
function cyclesOf(graph: Imports): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const begin = path.indexOf(file);
    if (begin >= 0) {
      cycles.push([...path.slice(begin), file].join(" → "));
    } else if (!done.has(file)) {
      graph[file]!.forEach((other) => visit(other, [...path, file]));
      done.add(file);
    }
  };
  Object.keys(graph).forEach((file) => visit(file, []));
  return cycles;
}

function layerOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}

function mayUse(folder: string, other: string): boolean {
  return folder === other || layerOf(other) < layerOf(folder);
}
