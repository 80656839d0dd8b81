import { once } from "node:events";
import { globSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { ROOT } from "./artifact.ts";
import { spawnRedocly } from "./redocly.ts";

/** Paths of the workflows, a file each, in Arazzo. */
export const WORKFLOWS = globSync("spec/workflows/*.arazzo.yaml", { cwd: ROOT }).sort();

/**
 * Runs workflows with `redocly respect` against a server. Inputs go through the environment, so that no process list shows a
 * token; what is printed has none either, not even where the server repeats it.
 *
 * @param write Told of the output line by line, while it comes.
 */
export async function runWorkflows(
  files: string[],
  url: string,
  inputs: Record<string, string>,
  write: (line: string) => void = () => undefined,
): Promise<{ passed: boolean; output: string }> {
  const child = spawnRedocly(["respect", ...files, "--server", `vpcep=${url}`], {
    // In its other form, `name=value,…`, a value ends at its first `=` or `,`.
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
  });
  const exit = once(child, "exit") as Promise<[number | null]>;
  const lines: string[] = [];
  const collect = async (stream: Readable) => {
    for await (const line of createInterface(stream)) {
      const shown = inputs["token"] ? line.replaceAll(inputs["token"], "***") : line;
      lines.push(shown);
      write(shown);
    }
  };
  await Promise.all([collect(child.stdout), collect(child.stderr)]);
  const [code] = await exit;
  return { passed: code === 0, output: lines.join("\n") };
}
