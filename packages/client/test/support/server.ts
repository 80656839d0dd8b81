import { once } from "node:events";
import { promisify } from "node:util";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

/** A request as the server saw it. */
export interface Seen {
  method: string;
  /** Path and query. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A response. `hang` sends nothing, `drop` closes the connection, a function writes the response itself. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | "hang"
  | "drop"
  | ((response: ServerResponse) => void);

export interface ScriptedServer extends AsyncDisposable {
  url: string;
  seen: Seen[];
  /** Number of connections that are open. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** A real server on a free port that responds by a script: a list, whose last reply is repeated, or a function. */
export async function serve(script: Reply[] | ((request: Seen, index: number) => Reply)): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { method = "", url: target = "", headers } = request;
      const entry = { method, target, headers, body };
      const reply = typeof script === "function" ? script(entry, seen.length) : (script[seen.length] ?? script.at(-1));
      seen.push(entry);
      if (reply === "hang") return;
      if (!reply || reply === "drop") return void request.socket.destroy();
      if (typeof reply === "function") return reply(response);
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status ?? 200, { "Content-Type": "application/json", ...reply.headers });
      response.end(reply.status === 204 ? undefined : text);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    connections: () => promisify(server.getConnections.bind(server))(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Returns the reason that a promise is rejected with; fails where the promise is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<any> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome)) throw new Error(`did not reject, but gave ${JSON.stringify(outcome.value)}`);
  return outcome.error;
}
