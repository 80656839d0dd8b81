// `pnpm start`: builds everything, then serves the docs and the mock until it is told to stop.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BUNDLE, ROOT } from "../core/artifact.ts";
import { mockAddress, MOCK_ADDRESS_FILE } from "../artifacts/docs/addresses.ts";
import { listOperations, readDocument } from "../core/document.ts";
import { curlCommand, exampleRequest } from "../core/example-request.ts";
import { serveFolder } from "./serve.ts";

const HOST = "127.0.0.1";

try {
  const docsPort = port("DOCS_PORT", 8080);
  const mockPort = port("MOCK_PORT", 4010);
  await run([join(ROOT, "node_modules/turbo/bin/turbo"), "run", "build"]);
  const scripts = new Map<string, string>();
  const docsUrl = await serveDocs(docsPort, scripts);
  const mockUrl = await startMock(mockPort);
  // The console of the reference pages finds the mock by this.
  scripts.set(`/${MOCK_ADDRESS_FILE}`, mockAddress(mockUrl));
  const document = readDocument(BUNDLE);
  const operation = listOperations(document)[0];
  if (!operation) throw new Error("the description has no operation");
  console.log(`
  Docs  ${docsUrl}
  Mock  ${mockUrl}
  Try   ${curlCommand(exampleRequest(document, operation), mockUrl)}

Ctrl-C stops both.`);
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exit(1);
}

/** A port number from the environment. */
function port(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  if (!/^\d+$/.test(text) || Number(text) > 65535) {
    throw new Error(`${name} must be a number from 0 to 65535, not "${text}"`);
  }
  return Number(text);
}

async function run(args: string[]): Promise<void> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  const [code] = await once(spawn(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error("the build failed");
}

async function serveDocs(docsPort: number, scripts: Map<string, string>): Promise<string> {
  try {
    return (await serveFolder(join(ROOT, "packages/docs/dist"), HOST, docsPort, scripts)).url;
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    throw taken ? new Error(`port ${docsPort} is taken; choose another with DOCS_PORT`) : error;
  }
}

/** Starts the mock's command; ends with it, and it with us. */
async function startMock(mockPort: number): Promise<string> {
  const command = join(ROOT, "packages/mock/bin/vpcep-mock.js");
  const child: ChildProcess = spawn(process.execPath, [command, "--port", String(mockPort), "--host", HOST], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      child.removeAllListeners("exit").once("exit", () => process.exit(0));
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the mock ended with ${code}; MOCK_PORT sets its port`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      const url = String(chunk).match(/http:\/\/\S+/)?.[0];
      if (!url) return;
      child.removeAllListeners("exit").once("exit", (code) => {
        console.error(`start: the mock ended with ${code}`);
        process.exit(1);
      });
      resolve(url);
    });
  });
}
