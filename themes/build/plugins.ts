import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { parseProperties } from "./properties";

/** Message bundles as modules: the same files that the server reads from the theme. */
export function messageBundles(): Plugin {
  return {
    name: "message-bundles",
    transform(source, id) {
      return id.endsWith(".properties")
        ? { code: `export default ${JSON.stringify(parseProperties(source))}`, map: null }
        : undefined;
    },
  };
}

/** PatternFly's components import their sheets one by one; the stock console's sheet has them all already. */
export function withoutComponentSheets(): Plugin {
  return {
    name: "without-component-sheets",
    enforce: "pre",
    resolveId(source, importer) {
      return source.endsWith(".css") && importer?.includes("@patternfly/react-styles")
        ? "\0empty.css.js"
        : undefined;
    },
    load(id) {
      return id === "\0empty.css.js" ? "" : undefined;
    },
  };
}

/** A rule of the stock console's page of users that its package applies to the tables of all pages. */
const NOWRAP = /\.pf-v5-c-table tbody\s*>\s*tr\s*>\s*\*\s*\{\s*white-space:\s*nowrap;?\s*\}/g;

/** The stock console's sheet, without the rule that its own build does not let out of one page either. */
export function stockSheet(): Plugin {
  return {
    name: "stock-sheet",
    enforce: "pre",
    transform(source, id) {
      return id.endsWith("keycloak-admin-ui.css") ? { code: source.replace(NOWRAP, ""), map: null } : undefined;
    },
  };
}

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

/**
 * Keycloak prints the entry's `imports` as links as they stand, and links the entry's own sheets only: names of
 * chunks become names of files, and the sheets of the imports become the entry's.
 */
export function manifestForKeycloak(): Plugin {
  return {
    name: "manifest-for-keycloak",
    apply: "build",
    async writeBundle(options) {
      const path = join(options.dir!, ".vite", "manifest.json");
      const manifest: Record<string, Chunk> = JSON.parse(await readFile(path, "utf8"));
      for (const entry of Object.values(manifest).filter((chunk) => chunk.isEntry)) {
        const imported = (entry.imports ?? []).map((key) => manifest[key]!);
        entry.imports = imported.map((chunk) => chunk.file);
        entry.css = [...new Set([...imported.flatMap((chunk) => chunk.css ?? []), ...(entry.css ?? [])])];
      }
      await writeFile(path, JSON.stringify(manifest, null, 2));
    },
  };
}
