// A thread that runs the mock as it is built now, on a free port, and reports its address.
import { parentPort, workerData } from "node:worker_threads";

const { startMock } = (await import(workerData.library)) as {
  startMock(options: { stateful: boolean }): Promise<{ url: string }>;
};
const { url } = await startMock({ stateful: true });
parentPort?.postMessage(url);
