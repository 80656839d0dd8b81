import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../core/artifact.ts";

/** Copies the repository as it is, without what is built, to a new folder with packages of its own; returns the folder. */
export function cloneRepository(): string {
  const clone = mkdtempSync(join(tmpdir(), "clone-"));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: clone, stdio: "pipe" });
  const list = ["ls-files", "--cached", "--others", "--exclude-standard"];
  for (const file of execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).trim().split("\n")) {
    if (!existsSync(join(ROOT, file))) continue;
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  run("git", "init", "--quiet");
  run("git", "add", "--all");
  run("pnpm", "install", "--frozen-lockfile", "--ignore-scripts", "--prefer-offline");
  return clone;
}

/** Environment in which turbo uses the cache of this repository. */
export const CACHED = { TURBO_CACHE_DIR: join(ROOT, ".turbo/cache"), TURBO_TELEMETRY_DISABLED: "1" };
