import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["spec/test/**/*.test.ts", "scripts/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
