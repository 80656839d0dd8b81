import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { rejectSocket } from "./response.ts";

/** Responds to one request; never rejects. */
export type HttpHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Tokens of IAM alone can be longer than Node's default for all headers together. */
export const LARGEST_HEADERS = 64 * 1024;

/** Milliseconds that an idle connection stays open: longer than the pools of common clients keep one. */
const KEEP_ALIVE = 65_000;

/** Creates the HTTP server. Requests that Node itself rejects get an error in the gateway's form, too. */
export function createHttpServer(handle: HttpHandler): Server {
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false }, (incoming, outgoing) => {
    void handle(incoming, outgoing);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  // An expectation that is not known is ignored (RFC 9110, 10.1.1, leaves that to the server).
  server.on("checkExpectation", (incoming, outgoing) => void handle(incoming, outgoing));
  server.on("connect", (_, socket) =>
    rejectSocket(socket, 405, "Method Not Allowed", "APIGW.0101", "The method CONNECT is not allowed."),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "HPE_HEADER_OVERFLOW") {
      rejectSocket(
        socket,
        494,
        "Request Header Too Large",
        "APIGW.0201",
        `The headers are larger than ${LARGEST_HEADERS} bytes.`,
      );
    } else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") {
      rejectSocket(socket, 408, "Request Timeout", "APIGW.0201", "The request was not complete in time.");
    } else rejectSocket(socket, 400, "Bad Request", "APIGW.0602", "The request is not valid HTTP.");
  });
  return server;
}
