import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./artifact.ts";

/** Every workflow of the description: a file each, in Arazzo. */
export const WORKFLOWS = globSync("spec/workflows/*.arazzo.yaml", { cwd: ROOT }).sort();

/** Runs workflows with `redocly respect` against a server. Inputs go through the environment, so that no process list shows a token. */
export function runWorkflows(
  files: string[],
  url: string,
  inputs: Record<string, string>,
  stdio: "pipe" | "inherit" = "pipe",
): { passed: boolean; output: string } {
  const command = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "respect", ...files, "--server", `vpcep=${url}`], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", stdio, stdio],
    env: {
      ...process.env,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      REDOCLY_CLI_RESPECT_INPUT: Object.entries(inputs)
        .map(([name, value]) => `${name}=${value}`)
        .join(","),
    },
  });
  return { passed: status === 0, output: `${stdout ?? ""}${stderr ?? ""}` };
}
