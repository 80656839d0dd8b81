import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { once } from "node:events";

export interface Ask {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** A server in a process of its own, with what it cost to start it. */
export interface Served {
  ask(ask: Ask): Promise<number>;
  /** Seconds of CPU that the process and its children have used. */
  cpu(): number;
  /** Megabytes that they hold in memory. */
  memory(): number;
  /** Seconds of CPU until the first response. */
  startCpu: number;
  /** Megabytes after the first response. */
  startMemory: number;
  stop(): Promise<void>;
}

/** Starts a server and waits for its first response; the arguments are made of a free port. */
export async function serve(args: (port: number) => string[], first: Ask): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), {
    stdio: "ignore",
    env: { ...process.env, SCARF_ANALYTICS: "false" },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = ({ method, path, headers, body }: Ask) =>
    new Promise<number>((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const outgoing = request(
        { agent, port, host: "127.0.0.1", method, path, headers: { ...headers, ...length } },
        (response) => {
          response.resume().on("end", () => resolve(response.statusCode ?? 0));
        },
      );
      outgoing.on("error", reject).end(body);
    });
  while ((await ask(first).catch(() => 0)) === 0) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const cpu = () => tree(child).reduce((sum, pid) => sum + cpuOf(pid), 0);
  const memory = () => tree(child).reduce((sum, pid) => sum + memoryOf(pid), 0);
  return {
    ask,
    cpu,
    memory,
    startCpu: cpu(),
    startMemory: memory(),
    async stop() {
      agent.destroy();
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** Sends requests over eight connections; returns microseconds of the server's CPU for each. */
export async function measure(server: Served, ask: Ask, count: number): Promise<number> {
  const before = server.cpu();
  let left = count;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while ((left -= 1) >= 0) {
        const status = await server.ask(ask);
        if (status >= 500) throw new Error(`${ask.method} ${ask.path} returned ${status}`);
      }
    }),
  );
  return ((server.cpu() - before) / count) * 1e6;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

function tree({ pid = 0 }: ChildProcess): number[] {
  const all = [pid];
  for (const parent of all) {
    for (const task of readdirSync(`/proc/${parent}/task`)) {
      all.push(...readFileSync(`/proc/${parent}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number));
    }
  }
  return all;
}

/** Seconds that the threads of a process have run; the scheduler counts nanoseconds, where other figures are in ticks of 10 ms. */
function cpuOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e9)
    .reduce((sum, seconds) => sum + seconds, 0);
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
