import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../../core/artifact.ts";

const TURBO = join(ROOT, "node_modules/turbo/bin/turbo");

/** Builds what is not built yet: everything, or some of `packages/`, without a word. Throws, with what was printed, when it fails. */
export async function build(...packages: string[]): Promise<void> {
  const isQuiet = packages.length > 0;
  const options = isQuiet
    ? ["--output-logs=errors-only", ...packages.map((name) => `--filter=./packages/${name}`)]
    : [];
  const child = spawn(process.execPath, [TURBO, "run", "build", ...options], {
    cwd: ROOT,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: isQuiet ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  const kill = () => child.kill();
  process.on("exit", kill);
  const [code] = (await once(child, "close")) as [number | null];
  process.off("exit", kill);
  if (code !== 0) throw new Error(`${output.trim()}\nthe build failed`.trim());
}

/** The port to serve on, from the environment. */
export function portOf(env: NodeJS.ProcessEnv): number {
  const text = env["PORT"] || "8080";
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
}
