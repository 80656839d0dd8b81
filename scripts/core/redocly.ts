import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "./artifact.ts";

/** Starts the CLI of Redocly in the root of this repository, without its telemetry. */
export function spawnRedocly(args: string[], env: NodeJS.ProcessEnv = {}) {
  const command = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  return spawn(process.execPath, [command, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", ...env },
  });
}

interface Problem {
  message: string;
  location: { source: { ref: string }; pointer: string }[];
}

/**
 * Returns the violations of `redocly.yaml` in the description, such as an example that does not match its schema, each with file
 * and JSON pointer.
 *
 * @throws {Error} Where the description cannot be read.
 */
export async function lintDescription(): Promise<string[]> {
  const child = spawnRedocly(["lint", "vpcep@v1", "--format=json"]);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!output.startsWith("{")) throw new Error(errors);
  const { problems } = JSON.parse(output) as { problems: Problem[] };
  return problems.map(({ message, location: [place] }) => `${place?.source.ref}${place?.pointer}: ${message}`);
}
