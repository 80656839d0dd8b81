// Measures one subject in a process of its own and sends the figures to the parent.
import { subjects } from "./subjects.ts";

/** What one process found. */
export interface Figures {
  /** CPU time for the import, in milliseconds. */
  importTime: number;
  /** CPU time of a call with 50 at a time, in microseconds. */
  cpu: number;
  /** Calls per second with 50 at a time. */
  rate: number;
}

const CONCURRENT = 50;

async function calls(call: () => Promise<number>, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) if ((await call()) !== 10) throw new Error("not the answer of the server");
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
}

const [name = "", url = "", count = "3000"] = process.argv.slice(2);
const subject = subjects[name];
if (!subject) throw new Error(`there is no "${name}"`);
const beforeImport = process.cpuUsage();
await import(subject.module);
const importCpu = process.cpuUsage(beforeImport);
const call = await subject.prepare(url);
await calls(call, Number(count) / 3);
const start = performance.now();
const before = process.cpuUsage();
await calls(call, Number(count));
const { user, system } = process.cpuUsage(before);
const figures: Figures = {
  importTime: (importCpu.user + importCpu.system) / 1000,
  cpu: (user + system) / Number(count),
  rate: (Number(count) / (performance.now() - start)) * 1000,
};
process.send?.(figures);
process.disconnect();
