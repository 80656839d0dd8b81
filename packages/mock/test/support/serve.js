// A mock in a process that tells how much memory it holds on to; run with --expose-gc.
import { run } from "../../dist/cli.js";

void run(["--port", "0", "--stateful"]);
process.on("message", () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();
