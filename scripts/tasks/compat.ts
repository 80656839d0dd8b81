// `pnpm test:compat`: installs the tools of every `compat` folder by its lockfile, then runs the tests that use them. Other arguments
// go to vitest.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../core/artifact.ts";
import { pnpm } from "../release/pnpm.ts";

const FOLDERS = "{spec,scripts,packages/*}/compat/package.json";

try {
  execFileSync(process.execPath, ["node_modules/turbo/bin/turbo", "run", "build", "--output-logs=errors-only"], {
    cwd: ROOT,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  for (const file of globSync(FOLDERS, { cwd: ROOT, exclude: ["**/node_modules"] }).sort()) {
    const folder = join(ROOT, dirname(file));
    // A workspace file of the folder's own keeps the one of this repository away, too.
    const apart = existsSync(join(folder, "pnpm-workspace.yaml")) ? [] : ["--ignore-workspace"];
    const args = ["install", ...apart, "--ignore-scripts", "--frozen-lockfile", "--prefer-offline"];
    const { status, stdout, stderr } = await pnpm(args, folder);
    if (status !== 0) throw new Error(`${dirname(file)} could not be installed: ${stderr.trim() || stdout.trim()}`);
  }
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "compat", "--outputFile.json=reports/compat.json"].concat(
      process.argv.slice(2),
    ),
    { cwd: ROOT, stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`test:compat: ${(error as Error).message}`);
  process.exitCode = 1;
}
