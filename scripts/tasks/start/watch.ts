import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../core/artifact.ts";
import { runNode } from "./run.ts";

const GENERATE = "scripts/generate.ts";

/** Steps that make what docs and mock serve, in the order in which they run. The client is left to `pnpm build`. */
const STEPS: Record<string, string[]> = {
  bundle: ["spec/node_modules/@redocly/cli/bin/cli.js", "bundle", "vpcep@v1", "--output", "spec/dist/openapi.yaml"],
  docs: [GENERATE, "docs"],
  mock: [GENERATE, "mock"],
  spec: [GENERATE, "spec"],
  "mock's code": ["packages/mock/build.ts"],
};

/** Folders that are watched, and the steps that a change of a file in them calls for; the first pattern that matches counts. */
const FOLDERS: Record<string, [RegExp, string[]][]> = {
  spec: [[/^(openapi\.yaml$|paths\/|components\/)/, ["bundle", "docs", "mock", "spec"]]],
  scripts: [
    [/\.test\.ts$|\/golden\//, []],
    [/^artifacts\/docs\//, ["docs"]],
    [/^artifacts\/mock-/, ["mock"]],
    [/^(artifacts|core)\//, ["docs", "mock", "spec"]],
  ],
  "packages/docs/guide": [[/./, ["docs"]]],
  "packages/mock/src": [[/./, ["mock's code"]]],
};

/** Milliseconds in which further changes are waited for: a save can be several events. */
const PAUSE = 50;

/** Runs the steps that each change calls for. A failed step ends its round; `log` gets what was done. */
export function rebuildOnChange(log: (line: string) => void): void {
  const wanted = new Set<string>();
  let changed = "";
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  const round = async () => {
    if (running) return;
    running = true;
    const started = performance.now();
    for (let step = next(); step; step = next()) {
      wanted.delete(step);
      try {
        await runNode(STEPS[step] ?? [], step);
        log(`dev: ${changed}: ${step} built after ${((performance.now() - started) / 1000).toFixed(1)} s`);
      } catch (error) {
        wanted.clear();
        log(`dev: ${changed}: ${(error as Error).message}; correct it and save again`);
      }
    }
    running = false;
  };
  const next = () => Object.keys(STEPS).find((step) => wanted.has(step));

  for (const [folder, rules] of Object.entries(FOLDERS)) {
    if (!existsSync(join(ROOT, folder))) continue;
    watch(join(ROOT, folder), { recursive: true }, (_, file) => {
      const [, steps] = rules.find(([pattern]) => file !== null && pattern.test(file)) ?? [];
      if (!steps?.length) return;
      for (const step of steps) wanted.add(step);
      changed = `${folder}/${file}`;
      clearTimeout(timer);
      timer = setTimeout(() => void round(), PAUSE);
    });
  }
  log("dev: watching spec, scripts, the guide and the mock's source");
}
