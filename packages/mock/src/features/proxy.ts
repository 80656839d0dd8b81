import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import type { ProxySettings } from "../cli/settings.ts";
import { addressOf, hostOf, listenError } from "../http/address.ts";
import { readBody } from "../http/body.ts";
import type { GatewayError } from "../http/errors.ts";
import { readContentType } from "../http/media.ts";
import { plainHeaders, readRequest } from "../http/request.ts";
import { errorResponse, requestId, send, violationsHeader, type Violation } from "../http/response.ts";
import { Router } from "../http/router.ts";
import { createHttpServer } from "../http/server.ts";
import {
  dereference,
  documentOperations,
  readMockDocument,
  type DocumentOperation,
  type MockDocument,
} from "../prism/document.ts";
import { createEngine } from "../prism/engine.ts";
import { forward, UPSTREAM_TIMEOUT, type UpstreamResponse } from "./upstream.ts";

/** A request that has gone through the proxy, or failed to. */
export interface ProxiedCall {
  /** The operation, or method and path where there is none. */
  name: string;
  operationId: string | undefined;
  status: number;
  /** Violations of the document by request and response. Values that it does not list have the code `unknown value`. */
  violations: Violation[];
  /** The bodies, parsed where they are JSON. */
  bodies: { request?: unknown; response?: unknown };
  /** Failure of the upstream, where the proxy had to respond itself. */
  failure?: string;
}

export interface RunningProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Code of a value in a response that is not in a documented set; services add values over time. */
export const UNKNOWN_VALUE = "unknown value";

/**
 * Starts a proxy in front of an endpoint: it passes requests and responses on unchanged, and reports where they do not match
 * the document.
 *
 * @param timeout Milliseconds without a byte of the upstream until the response is 504.
 * @throws {Error} Where it cannot listen, or where the document is not valid.
 */
export async function runProxy(
  upstream: URL,
  settings: ProxySettings,
  onCall: (call: ProxiedCall) => void,
  timeout = UPSTREAM_TIMEOUT,
): Promise<RunningProxy> {
  const document = readMockDocument(settings.document);
  const engine = createEngine(document);
  const router = new Router<DocumentOperation>();
  for (const operation of documentOperations(document)) router.add(operation.method, operation.path, operation);

  async function proxy(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const bytes = await readBody(incoming);
    const request = readRequest(incoming);
    const operation = router.find(request.method, request.segments).found;
    const operationId = operation?.operationId;
    const name = operationId ?? `${request.method} ${request.path}`;
    const aborted = new AbortController();
    outgoing.once("close", () => aborted.abort());
    const target = `${request.path}${request.search && `?${request.search}`}`;
    let response: UpstreamResponse;
    try {
      response = await forward(upstream, incoming, target, bytes, aborted.signal, timeout);
    } catch (error) {
      const { status, message } = error as GatewayError;
      onCall({ name, operationId, status, violations: [], bodies: {}, failure: message });
      throw error;
    }
    const violations: Violation[] = [];
    const bodies: ProxiedCall["bodies"] = {};
    if (operation) {
      const prism = await engine.prepare(operation);
      const { type, body } = contentOf(request.headers["content-type"], bytes);
      const headers = { ...request.headers, ...(type && { "content-type": type }) };
      const checked = { ...request, headers, body: bytes.length ? (body ?? bytes.toString("utf8")) : undefined };
      bodies.request = checked.body;
      violations.push(...prism.authorize(checked), ...prism.validate(checked));
      if (!response.rest) {
        const { type: media, body: content = "" } = contentOf(response.headers["content-type"], response.body);
        const received = { ...plainHeaders(response.headers), ...(media && { "content-type": media }) };
        bodies.response = content;
        const element = { statusCode: response.status, headers: received, body: content };
        violations.push(...prism.validateResponse(element).map((violation) => knownOr(violation, content)));
      }
    } else {
      const location = ["request"];
      violations.push({
        location,
        severity: "Warning",
        code: undefined,
        message: "The document has no such operation",
      });
    }
    violations.push(...unseenByPrism(document, operation, response));
    onCall({ name, operationId, status: response.status, violations, bodies });
    await respond(outgoing, response, violations);
  }

  const server = createHttpServer(async (incoming, outgoing) => {
    incoming.on("error", () => undefined);
    outgoing.on("error", () => undefined);
    try {
      await proxy(incoming, outgoing);
    } catch (error) {
      const id = requestId();
      send(false, incoming, outgoing, errorResponse(error, id), id);
    }
  });
  server.listen(settings.port, hostOf(settings));
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw listenError(settings, error);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: addressOf(hostOf(settings), port),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Passes a response on; cuts it where the upstream fails after the headers have been sent. */
async function respond(
  outgoing: ServerResponse,
  { status, reason, rawHeaders, body, rest }: UpstreamResponse,
  violations: Violation[],
): Promise<void> {
  const headers = [...rawHeaders];
  if (violations.length) headers.push("sl-violations", violationsHeader(violations));
  outgoing.writeHead(status, reason, headers);
  if (!rest) return void outgoing.end(body);
  outgoing.write(body);
  await pipeline(rest, outgoing).catch(() => outgoing.destroy());
}

/** Turns the violation of a closed set into a note of its own kind: the set is what is documented, not what will ever be. */
function knownOr(violation: Violation, body: unknown): Violation {
  const [, place, ...path] = violation.location;
  if (violation.code !== "enum" || place !== "body") return violation;
  const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], body);
  const known = violation.message.replace(/^.*allowed values: /s, "");
  const message = `${JSON.stringify(value)} is an ${UNKNOWN_VALUE}; documented are ${known}`;
  return { ...violation, severity: "Information", code: UNKNOWN_VALUE, message };
}

/** Returns violations that Prism does not report: JSON that cannot be parsed, and a body where none is documented. */
function unseenByPrism(
  document: MockDocument,
  operation: DocumentOperation | undefined,
  { status, headers, body, rest }: UpstreamResponse,
): Violation[] {
  const violation = (message: string): Violation => ({
    location: ["response", "body"],
    severity: "Error",
    code: undefined,
    message,
  });
  if (rest) return [{ ...violation("The body is larger than 12 MB and was not validated"), severity: "Warning" }];
  const { isJson, body: content } = contentOf(headers["content-type"], body);
  const documented = operation?.object.responses?.[status];
  const hasContent = dereference<{ content?: object }>(document, documented ?? {}).content !== undefined;
  return [
    ...(isJson && content === undefined ? [violation("The body is not valid JSON")] : []),
    ...(documented && !hasContent && body.length ? [violation("There is a body, but none is documented")] : []),
  ];
}

/** A body as Prism validates it, with a media type that Prism can parse. */
interface ProxiedContent {
  isJson: boolean;
  type: string | undefined;
  /** Parsed where it is JSON, undefined where it cannot be parsed; else its text. */
  body: unknown;
}

function contentOf(header: string | undefined, bytes: Buffer): ProxiedContent {
  const { isJson, type } = readContentType(header);
  const content = { isJson: isJson && bytes.length > 0, type: header === undefined ? undefined : type };
  const text = bytes.toString("utf8");
  if (!content.isJson) return { ...content, body: text };
  try {
    return { ...content, body: JSON.parse(text) as unknown };
  } catch {
    return { ...content, body: undefined };
  }
}
