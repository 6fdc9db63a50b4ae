import { defineConfig } from "vitest/config";

export default defineConfig({
  // As the build has it.
  define: { RNN_CHECK_VERSION: JSON.stringify("0.0.0-test") },
  // Style sheets as they are: the HTML report holds one as text.
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/robustness/seed.ts"],
    testTimeout: 30_000,
    css: true,
  },
});
