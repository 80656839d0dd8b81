import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";

/** A folder served over HTTP. */
export interface StaticServer {
  /** Address with a closing slash. */
  url: string;
  close(): void;
}

/** Serves a folder; port 0 takes a free one. */
export async function serveFolder(folder: string, host: string, port: number): Promise<StaticServer> {
  const server = createServer(sirv(folder, { etag: true }));
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
