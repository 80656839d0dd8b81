// `prepare` of the root package, run by `pnpm install`: lets git run the hooks of `.githooks`. Changes nothing where git has hooks
// already, in CI, or where this folder is not the top of a working tree.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "../core/artifact.ts";

const HOOKS = ".githooks";

const git = (...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

/** Returns whether the repository's folder of hooks has hooks already; git's samples do not count. */
function hasHooks(): boolean {
  try {
    const folder = join(resolve(ROOT, git("rev-parse", "--git-common-dir") ?? ".git"), "hooks");
    return readdirSync(folder).some((name) => !name.endsWith(".sample"));
  } catch {
    return false;
  }
}

const top = git("rev-parse", "--show-toplevel");
if (!process.env["CI"] && top === ROOT && git("config", "core.hooksPath") === undefined && !hasHooks()) {
  git("config", "--local", "core.hooksPath", HOOKS);
}
