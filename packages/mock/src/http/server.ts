import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hasBody, parseJson, readBody } from "./body.ts";
import type { Control } from "../features/control.ts";
import type { DocumentOperation } from "../prism/document.ts";
import type { Engine, EngineRequest, Violation } from "../prism/engine.ts";
import { GatewayError, ServiceError } from "./errors.ts";
import { delay, type Faults } from "../features/faults.ts";
import { readAccept, readContentType } from "./media.ts";
import { readWishes } from "../features/preferences.ts";
import { refusal, refuseRaw, requestId, send, type Reply } from "./response.ts";
import type { Router } from "./router.ts";
import { readQuery, readTarget, type Target } from "./target.ts";

/** A request that was answered. */
export interface Call {
  method: string;
  /** Path as sent, without the query. */
  path: string;
  /** Operation that it led to, where it led to one. */
  operationId: string | undefined;
  query: Record<string, string | string[]>;
  /** Headers, with credentials left out. */
  headers: Record<string, string>;
  body: unknown;
  status: number;
  /** What was not as the document says, in the request or in the answer. */
  violations: Violation[];
  /** What is wrong with the request, in words; an answer that was asked for, or that tells of the state, is no fault of it. */
  invalid: string[];
  /** Milliseconds from the request's headers to the answer. */
  duration: number;
}

/** What an edge passes requests to; may be exchanged while it runs. */
export interface Backend {
  router: Router<DocumentOperation>;
  engine: Engine;
  control: Control;
  faults: Faults;
  /** Throws where the credentials of a request are wrong. */
  authorize(request: {
    method: string;
    path: string;
    search: string;
    headers: Record<string, string>;
    body: Buffer;
  }): void;
  cors: boolean;
  /** Told of each request, once it is answered; not of those that steer the mock. */
  seen: ((call: Call) => void) | undefined;
}

/** Tokens of IAM alone can be longer than what Node allows all headers together. */
const LARGEST_HEADERS = 64 * 1024;
const SECRETS = new Set(["authorization", "x-auth-token", "x-security-token", "cookie"]);

/** Creates the HTTP server of a mock: it answers everything, in the form that the API documents. */
export function createEdge(backend: () => Backend): Server {
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false }, (request, response) => {
    void answer(backend(), request, response);
  });
  // Whatever a client expects, it gets an answer to its request.
  server.on("checkExpectation", (request, response) => void answer(backend(), request, response));
  server.on("connect", (_, socket) =>
    refuseRaw(socket, 405, "Method Not Allowed", "APIGW.0101", "CONNECT is not allowed."),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "HPE_HEADER_OVERFLOW") {
      refuseRaw(socket, 494, "Request Header Too Large", "APIGW.0201", "The headers of the request are too large.");
    } else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") {
      refuseRaw(socket, 408, "Request Timeout", "APIGW.0201", "The request took too long.");
    } else refuseRaw(socket, 400, "Bad Request", "APIGW.0602", "The request is not valid HTTP.");
  });
  return server;
}

/** What is known of a request so far; it is filled in as the request is read. */
interface Progress {
  target?: Target;
  operation?: DocumentOperation;
  query: Record<string, string | string[]>;
  body: unknown;
  /** Whether it steers the mock. */
  isControl?: boolean;
  /** Whether its answer is a fault that the mock was asked for. */
  isFaulted?: boolean;
}

async function answer(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = backend.seen && performance.now();
  const id = requestId();
  const progress: Progress = { query: {}, body: undefined };
  // A client that hangs up is no reason to do anything.
  request.on("error", () => undefined);
  response.on("error", () => undefined);
  let reply: Reply;
  let refused: unknown;
  try {
    reply = await handle(backend, request, progress);
  } catch (error) {
    refused = error;
    reply = refusal(error, id);
  }
  send(backend.cors, request, response, reply, id);
  if (started !== undefined && !progress.isControl) {
    backend.seen?.({
      method: request.method ?? "GET",
      path: progress.target?.path ?? request.url ?? "",
      operationId: progress.operation?.operationId,
      query: progress.query,
      headers: Object.fromEntries(Object.entries(plainHeaders(request)).filter(([name]) => !SECRETS.has(name))),
      body: progress.body,
      status: reply.status,
      violations: reply.violations ?? [],
      invalid: wrongWith(reply, progress.isFaulted ? undefined : refused),
      duration: performance.now() - started,
    });
  }
}

function wrongWith({ status, violations = [] }: Reply, refused: unknown): string[] {
  if (refused) return status < 500 ? [(refused as Error).message] : [];
  return violations
    .filter(({ location: [side], severity }) => side === "request" && severity === "Error")
    .map(({ message }) => message);
}

async function handle(backend: Backend, request: IncomingMessage, progress: Progress): Promise<Reply> {
  const method = request.method ?? "GET";
  const target = (progress.target = readTarget(request.url ?? "/"));
  const query = (progress.query = readQuery(target.search));
  const isPreflight = method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
  if (isPreflight && backend.cors) return preflight(request);
  if (backend.control.owns(target)) {
    progress.isControl = true;
    const bytes = hasBody(request) ? await readBody(request) : undefined;
    return backend.control.answer(method, target, query, bytes && parseJson(bytes, Infinity));
  }

  const match = backend.router.find(method === "HEAD" ? "GET" : method, target.segments);
  if (!match.found) {
    if (!match.allow.length) throw new GatewayError(404, "APIGW.0101");
    const allow = [...match.allow, ...(match.allow.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
    if (method === "OPTIONS") return { status: 204, headers: { allow } };
    throw new GatewayError(405, "APIGW.0101", `The method ${method} is not allowed here.`, { allow });
  }
  const operation = (progress.operation = match.found);

  const headers = plainHeaders(request);
  const bytes = hasBody(request) ? await readBody(request) : Buffer.alloc(0);
  if (operation.secured) backend.authorize({ method, path: target.path, search: target.search, headers, body: bytes });
  const mediaTypes = readAccept(headers["accept"]);
  if (mediaTypes?.length === 0) throw new GatewayError(406, "APIGW.0201", "The Accept header names no media type.");

  const wishes = readWishes(headers["prefer"], query);
  const fault = backend.faults.take(operation.operationId, match.parameters["project_id"]);
  await delay(wishes.delay ?? fault?.delay);
  if (fault?.status && wishes.code === undefined) {
    wishes.code = fault.status;
    progress.isFaulted = true;
  }
  const body = (progress.body = readContent(headers, bytes));
  // Prism reads the header once more, and does not survive what it cannot parse.
  delete headers["accept"];
  const { path } = target;
  const asked: EngineRequest = {
    path,
    parameters: match.parameters,
    query,
    headers,
    body,
    preferences: wishes,
    mediaTypes,
  };
  const answered = await ask(backend, operation, asked, fault?.status);
  if (fault?.retryAfter !== undefined)
    answered.headers = { ...answered.headers, "retry-after": String(fault.retryAfter) };
  return answered;
}

/** Prism has answers for the statuses that the operation declares; a fault may be of another. */
function ask(
  backend: Backend,
  operation: DocumentOperation,
  request: EngineRequest,
  fault: number | undefined,
): Promise<Reply> {
  const declared = operation.object.responses ?? {};
  if (fault === undefined || request.preferences.code !== fault || fault in declared || "default" in declared) {
    return backend.engine.answer(operation, request);
  }
  throw new GatewayError(fault, fault === 429 ? "APIGW.0308" : "APIGW.0201", "A fault that the mock was asked for.");
}

/** The body as Prism wants it; puts headers right that Prism cannot read. */
function readContent(headers: Record<string, string>, bytes: Buffer): unknown {
  if (!bytes.length) {
    delete headers["content-type"];
    return undefined;
  }
  const { json, type } = readContentType(headers["content-type"]);
  headers["content-type"] = type;
  headers["content-length"] = String(bytes.length);
  if (!json) return bytes.toString("utf8");
  const body = parseJson(bytes);
  // Prism takes it for no body at all.
  if (body === null) throw new ServiceError("EndPoint.0002", "The body is null.");
  return body;
}

function preflight({ headers }: IncomingMessage): Reply {
  const wanted = String(headers["access-control-request-method"]);
  return { status: 204, headers: { "access-control-allow-methods": wanted, vary: "origin" } };
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) plain[name] = String(headers[name]);
  return plain;
}
