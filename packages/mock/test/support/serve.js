// A mock in a process that reports the memory and the processor time that it has used; run with --expose-gc.
import { run } from "../../dist/cli.js";

void run(["--port", "0", ...process.argv.slice(2)]);
process.on("message", () => {
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send({ heapUsed, maxRss: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 });
});
process.channel.unref();
