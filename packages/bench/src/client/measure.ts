// Loads one client in a process of its own, reports that it is ready, and makes calls when the parent process asks.
import { subjects } from "./subjects.ts";

/** Figures of one round. */
export interface Figures {
  /** CPU time of a call, in microseconds; work that the turn before left for later, such as for timers, is part of it. */
  cpu: number;
  /** Calls per second. */
  rate: number;
}

const CONCURRENT = 50;

/** Calls after which Node has compiled what a call runs. */
const WARM_UP = 5_000;

async function calls(call: () => Promise<number>, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) if ((await call()) !== 10) throw new Error("the response is not that of the server");
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
}

const [name = "", url = "", folder = ""] = process.argv.slice(2);
const subject = subjects(folder)[name];
if (!subject) throw new Error(`no client is called "${name}"`);
const beforeImport = process.cpuUsage();
await import(subject.module);
const { user, system } = process.cpuUsage(beforeImport);
const call = await subject.prepare(url);
await calls(call, WARM_UP);
let before = process.cpuUsage();
process.on("message", async (count: number) => {
  const start = performance.now();
  await calls(call, count);
  const used = process.cpuUsage(before);
  before = process.cpuUsage();
  const figures: Figures = {
    cpu: (used.user + used.system) / count,
    rate: (count / (performance.now() - start)) * 1000,
  };
  process.send?.(figures);
});
// CPU time for the import, in milliseconds.
process.send?.((user + system) / 1000);
