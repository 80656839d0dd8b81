import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { EngineRefusal, type Violation } from "../prism/engine.ts";
import { GatewayError, gatewayBody, serviceBody, ServiceError } from "./errors.ts";

/** What a client can be expected to take for one header. */
export const LONGEST_HEADER = 8092;

/** An answer, before it is put into bytes. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  violations?: Violation[];
  stable?: boolean;
}

/** Any error as an answer. */
export function refusal(error: unknown, id: string): Reply {
  if (error instanceof GatewayError) {
    return { status: error.status, headers: error.headers, body: gatewayBody(error.code, error.message, id) };
  }
  if (error instanceof ServiceError) return { status: error.status, body: serviceBody(error.code, error.message) };
  if (error instanceof EngineRefusal) {
    return {
      status: error.status,
      body: serviceBody(error.status === 404 ? "EndPoint.0005" : "EndPoint.0002", error.message),
    };
  }
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  return { status: 500, body: serviceBody("EndPoint.0001", "The mock failed; this is a fault of the mock.") };
}

/** Answers on a connection whose request never became one. */
export function refuseRaw(socket: Duplex, status: number, reason: string, code: string, message: string): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify(gatewayBody(code, message, requestId()));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end([...head, "Connection: close", "", body].join("\r\n"));
}

interface Payload {
  /** As text, which Node sends in one piece with the headers; bytes would take a piece of their own. */
  text: string;
  length: number;
}

/** What is made of a body that stays the same. */
const payloads = new WeakMap<object, Payload>();

/** Sends an answer, unless there is nobody left to get it. */
export function send(
  cors: boolean,
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  id: string,
): void {
  if (response.destroyed || response.headersSent) return;
  const headers: Record<string, string | number> = { "x-request-id": id };
  if (cors) Object.assign(headers, corsHeaders(request));
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    // Prism gives null for a header it has no value for.
    if (typeof value === "string" || typeof value === "number") headers[name.toLowerCase()] = headerText(String(value));
  }
  if (reply.violations?.length)
    headers["sl-violations"] = headerText(JSON.stringify(reply.violations)).slice(0, LONGEST_HEADER);
  if (reply.body === undefined) {
    delete headers["content-type"];
    if (reply.status !== 204) headers["content-length"] = 0;
    response.writeHead(reply.status, headers).end();
    return;
  }
  headers["content-type"] ??= "application/json";
  const { text, length } = serialize(reply);
  headers["content-length"] = length;
  response.writeHead(reply.status, headers);
  response.end(request.method === "HEAD" ? undefined : text);
}

function serialize({ body, stable }: Reply): Payload {
  if (!stable || typeof body !== "object" || body === null) return payload(body);
  const known = payloads.get(body) ?? payload(body);
  payloads.set(body, known);
  return known;
}

function payload(body: unknown): Payload {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { text, length: Buffer.byteLength(text) };
}

function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    "access-control-allow-origin": headers.origin ?? "*",
    "access-control-allow-headers": String(headers["access-control-request-headers"] ?? "*"),
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*",
  };
}

/** Text without what a header cannot carry, which a client could otherwise have put there. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** An ID for a request, in the form of the gateway. */
export function requestId(): string {
  return randomUUID().replaceAll("-", "");
}
