import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../core/artifact.ts";
import { build } from "./run.ts";

/** Folders that are watched, and the files in them that a build reads; turbo finds out which parts a change affects. */
const FOLDERS: Record<string, RegExp> = {
  spec: /^(openapi\.yaml$|(paths|components|workflows)\/)/,
  scripts: /^(artifacts|core)\/(?!.*(\.test\.ts$|\/golden\/))/,
  "packages/docs/guide": /./,
  "packages/client/src": /^(?!generated\/)/,
  "packages/mock/src": /./,
};

/** Milliseconds in which further changes are waited for: a save can be several events. */
const PAUSE = 50;

/** Builds docs and mock on each change; the client is left to `pnpm build`. `log` gets what was done. */
export function rebuildOnChange(log: (line: string) => void): void {
  let changed = "";
  let isStale = false;
  let isBuilding = false;
  let timer: NodeJS.Timeout | undefined;

  const rebuild = async () => {
    if (isBuilding) return;
    isBuilding = true;
    while (isStale) {
      isStale = false;
      const started = performance.now();
      try {
        await build("docs", "mock");
        log(`dev: ${changed}: docs and mock built after ${((performance.now() - started) / 1000).toFixed(1)} s`);
      } catch (error) {
        log(`dev: ${changed}: ${(error as Error).message}; correct it and save again`);
      }
    }
    isBuilding = false;
  };

  for (const [folder, pattern] of Object.entries(FOLDERS)) {
    if (!existsSync(join(ROOT, folder))) continue;
    watch(join(ROOT, folder), { recursive: true }, (_, file) => {
      if (file === null || !pattern.test(file)) return;
      isStale = true;
      changed = `${folder}/${file}`;
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), PAUSE);
    });
  }
  log("dev: watching spec, scripts, the guide, and the source of client and mock");
}
