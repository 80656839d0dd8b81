import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../core/artifact.ts";

/** The command that people run. */
export const MOCK_COMMAND = join(ROOT, "packages/mock/bin/vpcep-mock.js");

/** A mock in a process of its own, started by its command. */
export interface MockProcess {
  url: string;
  process: ChildProcess;
  /** Stops it with SIGTERM and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `vpcep-mock` on a free port and waits for the line that reports it ready. */
export async function startMockProcess(args: string[] = ["--port", "0"]): Promise<MockProcess> {
  const child = spawn(process.execPath, [MOCK_COMMAND, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk;
      const ready = output.match(/ready on (http:\/\/\S+)/)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", (code) => reject(new Error(`vpcep-mock ended with ${code}: ${output}`)));
  });
  return {
    url,
    process: child,
    async stop() {
      const exit = child.exitCode === null ? once(child, "exit") : undefined;
      child.kill("SIGTERM");
      await exit;
      return child.exitCode;
    },
  };
}
