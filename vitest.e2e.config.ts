// Journeys in a real browser: one at a time, each given minutes, apart from the fast suite.
import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    environment: "node",
    globalSetup: ["test/global-setup.ts"],
    // One server and one browser at a time: two would share the processor and make timeouts a lottery.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
    retry: 0, // a journey that needs a second try has found something
  },
});
