import { defineConfig } from "vitest/config";

const TESTS = ["spec/test/**", "scripts/**", "packages/*/test/**"];

/** Rings of tests by the suffix of their files, from the fastest to the slowest. `compat` runs other people's tools. */
const RINGS = ["integration", "browser", "delivery", "compat"];

const files = (suffix: string) => TESTS.map((folder) => `${folder}/*${suffix}.test.ts`);

/** Draws of random requests: few in every run, many in `pnpm test:compat`. */
const DRAWN = ["packages/client/test/hostile.integration.test.ts", "packages/mock/test/fuzz.integration.test.ts"];

const SETUP: Record<string, object> = {
  browser: { globalSetup: "scripts/testing/shared-browser.ts" },
  delivery: { globalSetup: "scripts/testing/shared-tarballs.ts" },
  compat: {
    globalSetup: ["scripts/testing/shared-browser.ts", "scripts/testing/shared-tarballs.ts"],
    include: [...files(".compat"), ...DRAWN],
    env: { FUZZ_RUNS: "40" },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
};

export default defineConfig({
  test: {
    // By default vitest leaves one core free, which is half of a small machine.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Files share what is loaded, such as the parsed description.
          isolate: false,
          include: files(""),
          exclude: ["**/node_modules/**", ...RINGS.flatMap((ring) => files(`.${ring}`))],
        },
      },
      ...RINGS.map((ring) => ({
        extends: true as const,
        test: { name: ring, include: files(`.${ring}`), ...SETUP[ring] },
      })),
    ],
  },
});
