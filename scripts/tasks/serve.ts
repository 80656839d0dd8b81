import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, resolve, sep } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lookup } from "mrmime";

/** A folder served over HTTP. */
export interface StaticServer {
  /** Address with a closing slash. */
  url: string;
  close(): void;
}

/** Serves a folder; port 0 picks a free one. `scripts` are contents that replace a file, by their paths. */
export async function serveFolder(
  folder: string,
  host: string,
  port: number,
  scripts: Map<string, string> = new Map(),
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? "");
    if (script === undefined) return void sendFile(folder, request, response);
    response.setHeader("Content-Type", "text/javascript").end(script);
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host}:${actual}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Sends the requested file as it is at this moment: nothing about files is cached, since a build may replace them at
 * any time. `/` and other folders are their `index.html`; without a file, `404.html` is sent. `change` edits the HTML before.
 */
export async function sendFile(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  change = (html: string) => html,
): Promise<void> {
  const pathname = (request.url ?? "/").replace(/[?#].*/, "");
  const file = fileOf(folder, pathname);
  const found = file && ((await read(folder, file)) ?? (await read(folder, `${file}.html`)));
  if (found === "folder") {
    response.writeHead(308, { Location: `.${pathname.slice(pathname.lastIndexOf("/"))}/` }).end();
    return;
  }
  const body = found || ((await read(folder, join(folder, "404.html"))) as Buffer | undefined);
  const type = found && file ? (lookup(file) ?? "text/html") : "text/html";
  const bytes = type === "text/html" && body ? Buffer.from(change(body.toString())) : (body ?? Buffer.from(""));
  response.writeHead(found ? 200 : 404, {
    "Content-Type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "Content-Length": bytes.length,
    "Cache-Control": "no-cache",
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Path of the file for the path of a URL, which must not lead out of the folder. */
function fileOf(folder: string, pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    const file = resolve(folder, `.${path}`);
    if (path.includes("\0") || !`${file}${sep}`.startsWith(folder + sep)) return undefined;
    return path.endsWith("/") ? join(file, "index.html") : file;
  } catch {
    return undefined;
  }
}

/** Reads a file; returns `"folder"` for a folder. Waits for the folder of all files while a build replaces it. */
async function read(folder: string, file: string): Promise<Buffer | "folder" | undefined> {
  // The folder may come back between the look for the file and that for the folder: so the file is read once more.
  let isThere = false;
  for (let tries = 0; tries < 50; tries++) {
    try {
      return await readFile(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EISDIR") return "folder";
      if (isThere) return undefined;
      isThere = existsSync(folder);
      if (!isThere) await delay(20);
    }
  }
  return undefined;
}
