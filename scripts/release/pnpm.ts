import { execFile } from "node:child_process";

export interface Finished {
  stdout: string;
  stderr: string;
  status: number;
}

/** Runs pnpm and returns what it printed, whatever its exit code. */
export function pnpm(args: string[], cwd: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    execFile("pnpm", args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") {
        reject(
          new Error(
            `pnpm cannot be run (${error.message}); put "npx -y -p node@24 -p pnpm@12" in front of the command`,
          ),
        );
      } else {
        resolve({ stdout, stderr, status: error ? Number(error.code) : 0 });
      }
    });
  });
}
