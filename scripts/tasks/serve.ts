import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";

/** A folder served over HTTP. */
export interface StaticServer {
  /** Address with a closing slash. */
  url: string;
  close(): void;
}

/** Serves a folder; port 0 takes a free one. `scripts` are contents that take the place of a file, by their paths. */
export async function serveFolder(
  folder: string,
  host: string,
  port: number,
  scripts: Map<string, string> = new Map(),
): Promise<StaticServer> {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? "");
    if (script === undefined) return files(request, response);
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
