import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { plainProblem, type ErrorForm, type Problem } from "./problem.ts";
import { serializeBody } from "./serialize.ts";
import { GatewayError, gatewayBody, NegotiationError, serviceBody, ServiceError } from "./errors.ts";

/** Longest value of a header that the mock sends; common clients accept 8 kB. */
export const LONGEST_HEADER = 8092;

/** Something in a request or a response that does not match the document. */
export interface Violation {
  /** `request` or `response`, then the place in it, such as `body`, `ports`, `0`. */
  location: string[];
  /** `Error`, `Warning` for what the service ignores, or `Information` for a value that the document does not list. */
  severity: string;
  /** The rule that is broken, such as `required`. */
  code: string | number | undefined;
  /** The violation in words. */
  message: string;
  /** Values of `WWW-Authenticate`, where credentials are missing. */
  challenges?: string[];
}

/** A response, before it is serialized. */
export interface MockResponse {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  violations?: Violation[];
  /** True where all equal responses share the body object, so that its text may be cached. */
  cacheable?: boolean;
  /** Resets the connection in place of the response, or ends it after half of the body. */
  connection?: "reset" | "cut";
  /** Milliseconds over which the body is sent. */
  bodyDelay?: number;
}

/**
 * Converts an error that a step of the pipeline threw into a response; an unexpected one becomes a 500 and a warning on
 * stderr.
 */
export function errorResponse(error: unknown, id: string, form: ErrorForm = "service"): MockResponse {
  const isExpected =
    error instanceof GatewayError || error instanceof ServiceError || error instanceof NegotiationError;
  if (!isExpected) {
    process.emitWarning(error instanceof Error ? error : new Error(String(error)));
    const message = "The mock failed on this request; please report it.";
    if (form === "problem") return problemResponse(plainProblem(500, message));
    return { status: 500, body: serviceBody("EndPoint.0001", message) };
  }
  if (form === "problem") {
    const problem = "problem" in error ? error.problem : undefined;
    const { status, message } = error instanceof NegotiationError ? error.problem : error;
    const headers = error instanceof GatewayError ? error.headers : {};
    return problemResponse(problem ?? plainProblem(Number(status), String(message)), headers);
  }
  if (error instanceof GatewayError)
    return { status: error.status, headers: error.headers, body: gatewayBody(error.code, error.message, id) };
  if (error instanceof ServiceError) return { status: error.status, body: serviceBody(error.code, error.message) };
  const { status } = error.problem;
  const headers = error.problem["headers"] as Record<string, string> | undefined;
  if (status === 401)
    return { status, ...(headers && { headers }), body: gatewayBody("APIGW.0301", error.message, id) };
  if (status === 406) return { status, body: gatewayBody("APIGW.0201", error.message, id) };
  const code = status === 404 ? "EndPoint.0005" : status < 500 ? "EndPoint.0002" : "EndPoint.0001";
  return { status, body: serviceBody(code, error.message) };
}

function problemResponse(problem: Problem, headers: Record<string, string> = {}): MockResponse {
  const own = problem["headers"] as Record<string, string> | undefined;
  return {
    status: problem.status,
    headers: { ...headers, ...own, "content-type": "application/problem+json" },
    body: problem,
  };
}

/** Responds on a connection whose bytes Node could not parse as a request. */
export function rejectSocket(socket: Duplex, status: number, reason: string, code: string, message: string): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify(gatewayBody(code, message, requestId()));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Content-Type: application/json",
    "X-Content-Type-Options: nosniff",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end([...head, "Connection: close", "", body].join("\r\n"));
}

interface Payload {
  /** Text rather than bytes: Node sends a text in one piece with the headers. */
  text: string;
  length: number;
}

/** Caches the texts of cacheable bodies. */
const payloads = new WeakMap<object, Payload>();

/** Sends a response, unless the client has closed the connection. */
export function send(
  cors: boolean,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: MockResponse,
  id: string,
): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  if (response.connection === "reset") return void incoming.socket.resetAndDestroy();
  const headers: Record<string, string | number> = { "x-request-id": id, "x-content-type-options": "nosniff" };
  if (cors) Object.assign(headers, corsHeaders(incoming));
  for (const [name, value] of Object.entries(response.headers ?? {})) {
    // Prism returns null for a header that it has no value for.
    if (typeof value === "string" || typeof value === "number") headers[name.toLowerCase()] = headerText(String(value));
  }
  if (response.violations?.length) headers["sl-violations"] = violationsHeader(response.violations);
  if (response.body === undefined) {
    delete headers["content-type"];
    if (response.status !== 204) headers["content-length"] = 0;
    outgoing.writeHead(response.status, headers).end();
    return;
  }
  // A range of media types is none; Prism sends it as it stands in the document.
  const type = String(headers["content-type"] ?? "application/json");
  headers["content-type"] = type.includes("*")
    ? typeof response.body === "string"
      ? "text/plain"
      : "application/json"
    : type;
  const { text, length } = serialize(response, headers["content-type"]);
  headers["content-length"] = length;
  outgoing.writeHead(response.status, headers);
  if (response.connection === "cut" || response.bodyDelay !== undefined)
    return void sendInPieces(outgoing, text, response);
  outgoing.end(incoming.method === "HEAD" ? undefined : text);
}

/** Number of pieces of a slow body. */
const PIECES = 10;

/** Sends a body over some time, and only half of it where the connection is to be cut. */
async function sendInPieces(
  outgoing: ServerResponse,
  text: string,
  { connection, bodyDelay = 0 }: MockResponse,
): Promise<void> {
  const bytes = Buffer.from(text);
  const end = connection === "cut" ? Math.floor(bytes.length / 2) : bytes.length;
  const size = Math.max(Math.ceil(end / PIECES), 1);
  for (let start = 0; start < end; start += size) {
    outgoing.write(bytes.subarray(start, Math.min(start + size, end)));
    await wait(bodyDelay / PIECES);
    if (outgoing.destroyed) return;
  }
  if (connection === "cut") outgoing.destroy();
  else outgoing.end();
}

function serialize({ body, cacheable }: MockResponse, type: string): Payload {
  if (!cacheable || typeof body !== "object" || body === null) return payload(body, type);
  const known = payloads.get(body) ?? payload(body, type);
  payloads.set(body, known);
  return known;
}

function payload(body: unknown, type: string): Payload {
  const text = serializeBody(body, type);
  return { text, length: Buffer.byteLength(text) };
}

function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    "access-control-allow-origin": headers.origin ?? "*",
    ...(headers.origin !== undefined && { vary: "origin" }),
    "access-control-allow-headers": String(headers["access-control-request-headers"] ?? "*"),
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*",
  };
}

/** Returns violations as the value of Prism's header `sl-violations`, cut where it gets too long. */
export function violationsHeader(violations: Violation[]): string {
  const shown = violations.map(({ location, severity, code, message }) => ({ location, severity, code, message }));
  return headerText(JSON.stringify(shown)).slice(0, LONGEST_HEADER);
}

/** Escapes characters that a header cannot carry. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Returns a new request ID in the form of the gateway. */
export function requestId(): string {
  return randomUUID().replaceAll("-", "");
}
