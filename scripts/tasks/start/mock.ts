import { existsSync, unwatchFile, watchFile } from "node:fs";
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ROOT } from "../../core/artifact.ts";

const PACKAGE = join(ROOT, "packages/mock");
/** Files that a build of the mock replaces where its code or its document changed; the first step of the build removes both. */
const BUILT = ["dist/cjs/index.js", "dist/cjs/checked.txt"].map((file) => join(PACKAGE, file));

/** Interval between looks at the files, in milliseconds. */
const INTERVAL = 200;

/** The stateful mock, in a thread of this process; a build of it puts a new thread in the place of the old one. */
export interface ReloadedMock {
  /** Passes a request on to the mock; `path` is what the mock gets of the URL. */
  forward(request: IncomingMessage, response: ServerResponse, path: string): void;
  close(): Promise<void>;
}

/** Starts the mock. `log` gets a line for each reload. */
export async function startReloadedMock(log: (line: string) => void): Promise<ReloadedMock> {
  let current = await startWorker(log);
  let timer: NodeJS.Timeout | undefined;
  const reload = async () => {
    try {
      const old = current;
      current = await startWorker(log);
      await old.worker.terminate();
      log("mock: reloaded, with the examples of the description as its state");
    } catch (error) {
      log(`mock: not reloaded: ${(error as Error).message}`);
    }
  };
  for (const file of BUILT) {
    watchFile(file, { interval: INTERVAL, persistent: false }, () => {
      // A build is about to write what is missing.
      if (!BUILT.every((each) => existsSync(each))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), INTERVAL);
    });
  }
  return {
    forward(request, response, path) {
      const { method, headers } = request;
      const passed = httpRequest(new URL(path, current.url), { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.headers);
        reply.pipe(response);
      });
      passed.on("error", (error) => {
        if (response.headersSent) response.destroy();
        else response.writeHead(502, { "Content-Type": "text/plain" }).end(`The mock is not there: ${error.message}\n`);
      });
      response.on("close", () => passed.destroy());
      request.pipe(passed);
    },
    async close() {
      for (const file of BUILT) unwatchFile(file);
      clearTimeout(timer);
      await current.worker.terminate();
    },
  };
}

async function startWorker(log: (line: string) => void): Promise<{ worker: Worker; url: string }> {
  const worker = new Worker(new URL("mock-worker.ts", import.meta.url), {
    workerData: { library: join(PACKAGE, "dist/index.js") },
  });
  const url = await new Promise<string>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // Without a listener, an error of the thread would end the process.
  worker.on("error", (error) => log(`mock: ${(error as Error).message}`));
  return { worker, url };
}
