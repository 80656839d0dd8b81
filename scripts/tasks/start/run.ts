import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../../core/artifact.ts";

/** Runs a program of Node in the root of the repository; ends it with this process. Throws unless it exits with 0. */
export async function runNode(args: string[], what: string): Promise<void> {
  const env = {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
  const kill = () => child.kill();
  process.on("exit", kill);
  const [code] = (await once(child, "exit")) as [number | null];
  process.off("exit", kill);
  if (code !== 0) throw new Error(`${what} failed`);
}

/** Builds what is not built yet. */
export const build = () => runNode([join(ROOT, "node_modules/turbo/bin/turbo"), "run", "build"], "the build");

/** The port to serve on, from the environment. */
export function portOf(env: NodeJS.ProcessEnv): number {
  const text = env["PORT"] || "8080";
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
}
