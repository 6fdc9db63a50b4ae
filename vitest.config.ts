import { defineConfig } from "vitest/config";

export default defineConfig({
  // As the build has it.
  define: { RNN_CHECK_VERSION: JSON.stringify("0.0.0-test") },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/setup/build.ts"],
    setupFiles: ["tests/setup/seed.ts"],
    testTimeout: 30_000,
    // No module holds state that a test could leave behind, so that files share what they import: half the time.
    isolate: false,
    // Of two cores vitest would leave one idle.
    maxWorkers: 2,
    // Style sheets as they are: the HTML report holds one as text.
    css: true,
  },
});
