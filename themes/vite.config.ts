import { defineConfig } from "vitest/config";
import { manifestForKeycloak, messageBundles, stockSheet, withoutComponentSheets } from "./build/plugins";

export default defineConfig({
  base: "",
  plugins: [messageBundles(), withoutComponentSheets(), stockSheet(), manifestForKeycloak()],
  esbuild: { jsx: "automatic" },
  resolve: {
    // One instance of each, though the stock console's package brings its own ranges.
    dedupe: ["react", "react-dom", "react-router-dom", "react-i18next", "react-hook-form"],
  },
  server: { origin: "http://localhost:8185" },
  build: {
    outDir: "../target/classes/theme/api-credentials/admin/resources",
    emptyOutDir: true,
    target: "esnext",
    manifest: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: "src/main.tsx" },
  },
  test: { environment: "node" },
});
