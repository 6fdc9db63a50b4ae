import { defineConfig } from "vitest/config";

export default defineConfig({
  // Style sheets as they are: the HTML report holds one as text.
  test: { include: ["tests/**/*.test.ts"], testTimeout: 30_000, css: true },
});
