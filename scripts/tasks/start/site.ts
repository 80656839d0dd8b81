import { once } from "node:events";
import { unwatchFile, watchFile } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { MOCK_ADDRESS_FILE, mockAddress } from "../../artifacts/docs/addresses.ts";
import { ROOT } from "../../core/artifact.ts";
import { sendFile } from "../serve.ts";
import { startReloadedMock } from "./mock.ts";

const HOST = "127.0.0.1";
const DOCS = join(ROOT, "packages/docs/dist");

/** Path of the mock, beside the docs. */
const MOCK = "/mock";
const RELOAD = "/__dev";

const RELOAD_SCRIPT = `new EventSource("${RELOAD}/events").addEventListener("changed", () => location.reload());\n`;

/** Docs and mock on one origin. */
export interface Site {
  /** Address of the docs, with a closing slash. */
  docs: string;
  /** Address of the mock: the `baseUrl` of a client. */
  mock: string;
  close(): Promise<void>;
}

/**
 * Serves docs and mock, both as they are built at the time of a request. With `reload`, pages in a browser load again when the docs
 * change.
 *
 * @throws {Error} When the port is taken.
 */
export async function serveSite(port: number, log: (line: string) => void, reload = false): Promise<Site> {
  const mock = await startReloadedMock(log);
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { url = "/" } = request;
    if (url === MOCK || url.startsWith(`${MOCK}/`))
      return mock.forward(request, response, url.slice(MOCK.length) || "/");
    const script = scripts.get(url.replace(/\?.*/, ""));
    if (script) {
      response.setHeader("Content-Type", "text/javascript").end(script(request.headers.host ?? ""));
    } else if (reload && url === `${RELOAD}/events`) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" }).flushHeaders();
      readers.add(response);
      response.on("close", () => readers.delete(response));
    } else void sendFile(DOCS, request, response, reload ? withReload : undefined);
  });
  const scripts = new Map([
    [`/${MOCK_ADDRESS_FILE}`, (host: string) => mockAddress(`http://${host}${MOCK}`)],
    ...(reload ? [[`${RELOAD}/reload.js`, () => RELOAD_SCRIPT] as const] : []),
  ]);
  const file = join(DOCS, "index.html");
  if (reload) {
    watchFile(file, { interval: 100, persistent: false }, ({ mtimeMs }) => {
      if (mtimeMs) for (const reader of readers) reader.write("event: changed\ndata:\n\n");
    });
  }
  server.listen(port, HOST);
  await once(server, "listening").catch(async (error: NodeJS.ErrnoException) => {
    await mock.close();
    throw error.code === "EADDRINUSE" ? new Error(`port ${port} is taken; choose another with PORT`) : error;
  });
  const origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  return {
    docs: `${origin}/`,
    mock: origin + MOCK,
    async close() {
      unwatchFile(file);
      server.close();
      server.closeAllConnections();
      await mock.close();
    },
  };
}

/** The page with the script that loads it again, and without its policy, which would forbid that. */
function withReload(html: string): string {
  const free = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  return free.replace("</body>", `<script src="${RELOAD}/reload.js"></script></body>`);
}
