import { join } from "node:path";
import license from "rollup-plugin-license";
import { defineConfig } from "vitest/config";
import { manifestForKeycloak, messageBundles, stockSheet, withoutComponentSheets, withoutVariableFonts } from "./build/plugins";

const outDir = "../target/classes/theme/api-credentials/admin/resources";

/** The licences of what is packed want their notices to go with it. */
const notices = license({
  thirdParty: {
    allow: {
      test: "(MIT OR Apache-2.0 OR ISC OR BSD-2-Clause OR BSD-3-Clause OR 0BSD OR Zlib)",
      failOnUnlicensed: true,
      failOnViolation: true,
    },
    output: join(import.meta.dirname, outDir, "THIRD-PARTY-NOTICES.txt"),
  },
});

export default defineConfig({
  base: "",
  plugins: [messageBundles(), withoutComponentSheets(), withoutVariableFonts(), stockSheet(), manifestForKeycloak(), notices],
  esbuild: { jsx: "automatic" },
  resolve: {
    // One instance of each, though the stock console's package brings its own ranges.
    dedupe: ["react", "react-dom", "react-router-dom", "react-i18next", "react-hook-form"],
  },
  server: { origin: "http://localhost:8185" },
  build: {
    outDir,
    emptyOutDir: true,
    target: "esnext",
    manifest: true,
    modulePreload: false,
    chunkSizeWarningLimit: 3500,
    rollupOptions: { input: "src/main.tsx" },
  },
  test: { environment: "node" },
});
