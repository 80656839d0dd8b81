import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{spec,scripts,packages/*}/test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
