import { sep } from "node:path";
import { watch } from "chokidar";
import { ROOT } from "../../core/artifact.ts";
import { lintDescription } from "../../core/redocly.ts";
import { build } from "./run.ts";

/** Folders that are watched, and the files in them that a build reads; turbo finds out which parts a change affects. */
const FOLDERS: Record<string, RegExp> = {
  spec: /^(openapi\.yaml$|(paths|components|workflows)\/)/,
  scripts: /^(artifacts|core)\/(?!.*(\.test\.ts$|\/golden\/))/,
  "packages/docs/guide": /./,
  "packages/client/src": /^(?!generated\/)/,
  "packages/mock/src": /./,
};

/** Extensions of files that a build reads, which leaves out what editors write beside a file while they save it. */
const SOURCE = /\.(yaml|ts|js|css|md|svg|json)$/;

/** Milliseconds in which further changes are waited for: a save can be several events. */
const PAUSE = 50;

/** Logs what is wrong in the description although it can be built, such as an example that does not match its schema. */
export async function logViolations(log: (line: string) => void): Promise<void> {
  for (const violation of await lintDescription()) log(`dev: ${violation}`);
}

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
      log(`dev: ${changed}: building docs and mock`);
      try {
        await build("docs", "mock");
        log(`dev: ${changed}: docs and mock built after ${((performance.now() - started) / 1000).toFixed(1)} s`);
        await logViolations(log);
      } catch (error) {
        log(`dev: ${changed}: ${(error as Error).message}; correct it and save again`);
      }
    }
    isBuilding = false;
  };

  const read = (path: string) =>
    SOURCE.test(path) &&
    Object.entries(FOLDERS).some(
      ([folder, pattern]) => path.startsWith(`${folder}/`) && pattern.test(path.slice(folder.length + 1)),
    );

  // Node's own recursive watch does not see a file again that an editor has replaced by another of its name.
  watch(Object.keys(FOLDERS), { cwd: ROOT, ignoreInitial: true }).on("all", (_, path) => {
    const file = path.replaceAll(sep, "/");
    if (!read(file)) return;
    isStale = true;
    changed = file;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), PAUSE);
  });
  log("dev: watching spec, scripts, the guide, and the source of client and mock");
}
