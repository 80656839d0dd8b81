import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BEHAVIOURS, startHostileServer } from "./support/hostile-server.ts";

// Set as for the fuzzing of the mock; HOSTILE_CALL repeats one call of a run.
const SEED = process.env["FUZZ_SEED"] ?? "20221213";
const CALLS = 100 * Number(process.env["FUZZ_RUNS"] ?? 3);
const MEGABYTE = 2 ** 20;

let server: Awaited<ReturnType<typeof startHostileServer>>;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.stop());

it(
  "every call ends in time, whatever the server does, and the process lets go of everything",
  { timeout: 300_000 },
  async () => {
    const { HOSTILE_CALL: only } = process.env;
    const args = [join(import.meta.dirname, "support/hostile-calls.ts"), server.url, SEED, String(CALLS)];
    const child = spawn(process.execPath, ["--expose-gc", ...args, ...(only ? [only] : [])], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    let finished = 0;
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      finished = Date.now();
      setTimeout(() => child.kill(), 5_000).unref();
    });
    const [code] = await once(child, "close");
    const { calls, problems, growth, maxRss } = JSON.parse(output) as Record<string, number> & { problems: string[] };
    const figures = { behaviours: Object.keys(BEHAVIOURS).length, calls, seed: SEED, growth, maxRss };
    console.log("hostile server:", JSON.stringify(figures));
    expect(problems, `with FUZZ_SEED=${SEED}`).toEqual([]);
    expect(code).toBe(0);
    expect(Date.now() - finished, "milliseconds until the process has ended").toBeLessThan(3_000);
    expect(growth).toBeLessThan(20 * MEGABYTE);
    expect(maxRss).toBeLessThan(600 * MEGABYTE);
  },
);
