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

const USER_PAGES = [
  '.pf-v5-u-p-0[data-testid="users-page"]',
  '[data-testid="user-details-tab"]',
  '[data-testid="user-creation-save"]',
];
const FLOW_PAGE = ".pf-m-tree-view";

/** Rules for some pages that the stock console loads with those, and its package's one sheet applies to all. */
const STRAY_RULES: { selectors: string[]; block: string; pages: string }[] = [
  { selectors: [".pf-v5-c-table tbody>tr>*"], block: "{white-space:nowrap}", pages: USER_PAGES.join() },
  {
    selectors: [".pf-v5-c-card__header.kc-form-panel__header", ".pf-v5-c-card__body.kc-form-panel__body"],
    block: "{padding-bottom:0}",
    pages: USER_PAGES.join(),
  },
  { selectors: [".pf-v5-c-chip-group__list"], block: "{column-gap:0}", pages: USER_PAGES.join() },
  {
    selectors: [".pf-v5-c-table.pf-m-compact tr:not(.pf-v5-c-table__expandable-row)>:last-child"],
    block: "{overflow-wrap:anywhere}",
    pages: USER_PAGES.join(),
  },
  {
    selectors: [".pf-v5-c-table__tr:hover"],
    block: "{background-color:var(--pf-v5-global--BackgroundColor--200)}",
    pages: FLOW_PAGE,
  },
];

/** The stock console's sheet, with such rules confined to their pages; `:where` leaves them as strong as they are. */
export function stockSheet(): Plugin {
  return {
    name: "stock-sheet",
    enforce: "pre",
    transform(source, id) {
      return id.endsWith("keycloak-admin-ui.css") ? { code: STRAY_RULES.reduce(confine, source), map: null } : undefined;
    },
  };
}

function confine(sheet: string, { selectors, block, pages }: (typeof STRAY_RULES)[number]): string {
  const [before, after, ...more] = sheet.split(`}${selectors.join()}${block}`);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The stock console's sheet should have this rule once: ${selectors.join()}${block}`);
  }
  const confined = selectors.map((selector) => `:where(body:has(${pages})) ${selector}`);
  return `${before}}${confined.join()}${block}${after}`;
}

const VARIABLE_FONTS = /@font-face\s*\{\s*font-family:\s*"?RedHat(?:Display|Text|Mono)VF\b[^}]*\}/g;
const NUMBER_OF_VARIABLE_FONTS = 6;

/** PatternFly brings its fonts twice. The variable ones are for pages with the class `pf-v5-m-vf-font`, which this console does not have. */
export function withoutVariableFonts(): Plugin {
  return {
    name: "without-variable-fonts",
    enforce: "pre",
    transform(source, id) {
      if (!id.endsWith("react-core/dist/styles/base.css")) {
        return undefined;
      }
      const found = source.match(VARIABLE_FONTS)?.length ?? 0;
      if (found !== NUMBER_OF_VARIABLE_FONTS) {
        throw new Error(`PatternFly's sheet should have ${NUMBER_OF_VARIABLE_FONTS} variable fonts, and has ${found}`);
      }
      return { code: source.replace(VARIABLE_FONTS, ""), map: null };
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
