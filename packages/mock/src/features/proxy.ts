import { once } from "node:events";
import { createServer, request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { readBody } from "../http/body.ts";
import {
  dereference,
  documentOperations,
  readMockDocument,
  type DocumentOperation,
  type MockDocument,
} from "../prism/document.ts";
import { createInspector, type Violation } from "../prism/engine.ts";
import { GatewayError } from "../http/errors.ts";
import { readContentType } from "../http/media.ts";
import { headerText, LONGEST_HEADER, refusal, requestId, send } from "../http/response.ts";
import { Router } from "../http/router.ts";
import { addressOf, explainListen } from "../start.ts";
import type { ProxySettings } from "../cli/settings.ts";
import { readQuery, readTarget } from "../http/target.ts";

/** An exchange with the endpoint that has gone through the proxy. */
export interface Exchange {
  /** The operation, or method and path where there is none. */
  name: string;
  status: number;
  /** Where request and answer depart from the document. */
  violations: Violation[];
}

export interface RunningProxy {
  readonly url: string;
  close(): Promise<void>;
}

const LARGEST_HEADERS = 64 * 1024;
/** What an endpoint has to answer within, in milliseconds. */
const PATIENCE = 60_000;
/** What concerns one connection and not what is said over it (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(
  "connection keep-alive proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade".split(" "),
);

/**
 * Starts a proxy in front of an endpoint: it passes requests and answers on as they are, and tells where they depart from
 * the document.
 *
 * @throws {Error} Where it cannot listen, or where the document is not right.
 */
export async function runProxy(
  upstream: URL,
  settings: ProxySettings,
  seen: (exchange: Exchange) => void,
): Promise<RunningProxy> {
  const document = readMockDocument(settings.document);
  const inspect = createInspector(document);
  const router = new Router<DocumentOperation>();
  for (const operation of documentOperations(document)) router.add(operation.method, operation.path, operation);

  const server = createServer({ maxHeaderSize: LARGEST_HEADERS }, (incoming, response) => {
    void (async () => {
      try {
        const { method = "GET", url = "/", headers } = incoming;
        const bytes = await readBody(incoming);
        const target = readTarget(url);
        const operation = router.find(method, target.segments).found;
        const { type, body } = contentOf(headers["content-type"], bytes);
        const request = {
          method,
          path: target.path,
          query: readQuery(target.search),
          headers: { ...flat(headers), ...(type && { "content-type": type }) },
          body: bytes.length ? (body ?? bytes.toString("utf8")) : undefined,
        };
        let answer: IncomingMessage | undefined;
        let content = Buffer.alloc(0);
        const violations = await inspect(operation, request, async () => {
          answer = await pass(upstream, incoming, bytes);
          content = Buffer.concat(await answer.toArray());
          const { type, body = "" } = contentOf(answer.headers["content-type"], content);
          return {
            status: answer.statusCode ?? 0,
            headers: { ...flat(answer.headers), ...(type && { "content-type": type }) },
            body,
          };
        });
        if (!answer) throw new Error("Prism did not pass the request on");
        const status = answer.statusCode ?? 0;
        violations.push(
          ...unseenByPrism(document, operation, status, contentOf(answer.headers["content-type"], content)),
        );
        seen({ name: operation?.operationId ?? `${method} ${target.path}`, status, violations });
        const raw = withoutHops(answer.rawHeaders);
        if (violations.length)
          raw.push("sl-violations", headerText(JSON.stringify(violations)).slice(0, LONGEST_HEADER));
        response.writeHead(status, raw).end(content);
      } catch (error) {
        const id = requestId();
        send(false, incoming, response, refusal(error, id), id);
      }
    })();
  });
  server.listen(settings.port, settings.host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw explainListen(settings, error);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: addressOf(settings.host, port),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends a request on as it came: the same target, headers and bytes. Redirects are answers like any other. */
async function pass(
  upstream: URL,
  { method, url = "/", rawHeaders }: IncomingMessage,
  bytes: Buffer,
): Promise<IncomingMessage> {
  const given = withoutHops(rawHeaders);
  const headers: string[] = ["host", upstream.host, "accept-encoding", "identity"];
  for (let index = 0; index < given.length; index += 2) {
    if (/^(host|accept-encoding|content-length)$/i.test(given[index] as string)) continue;
    headers.push(given[index] as string, given[index + 1] as string);
  }
  if (bytes.length) headers.push("content-length", String(bytes.length));
  const { protocol, hostname, port, pathname } = upstream;
  const outgoing = (protocol === "https:" ? requestHttps : requestHttp)({
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port,
    method,
    path: pathname.replace(/\/$/, "") + url,
    headers,
    timeout: PATIENCE,
  });
  outgoing.on("timeout", () =>
    outgoing.destroy(new GatewayError(504, "APIGW.0201", `${upstream.host} gave no answer in time.`)),
  );
  outgoing.end(bytes);
  try {
    return ((await once(outgoing, "response")) as [IncomingMessage])[0];
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new GatewayError(502, "APIGW.0201", `${upstream.host} cannot be reached: ${code ?? message}.`);
  }
}

/** What Prism says nothing of: JSON that is none, and a body where none is described. */
function unseenByPrism(
  document: MockDocument,
  operation: DocumentOperation | undefined,
  status: number,
  { isJson, body }: Content,
): Violation[] {
  const problems: string[] = [];
  if (isJson && body === undefined) problems.push("The body is not valid JSON");
  const described = operation?.object.responses?.[status];
  const { content } = dereference<{ content?: object }>(document, described ?? {});
  if (described && !content && body !== "") problems.push("There is a body, and none is described");
  return problems.map((message) => ({ location: ["response", "body"], severity: "Error", code: undefined, message }));
}

/** A body as Prism wants it: parsed where it is JSON, with a media type that does not end a Prism. */
interface Content {
  isJson: boolean;
  type: string | undefined;
  /** Empty text where there is none; undefined where it is said to be JSON and is not. */
  body: unknown;
}

function contentOf(header: string | undefined, bytes: Buffer): Content {
  const { json, type } = readContentType(header);
  const content = { isJson: json && bytes.length > 0, type: header === undefined ? undefined : type };
  const text = bytes.toString("utf8");
  if (!content.isJson) return { ...content, body: text };
  try {
    return { ...content, body: JSON.parse(text) as unknown };
  } catch {
    return { ...content, body: undefined };
  }
}

function withoutHops(raw: string[]): string[] {
  const named = raw.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === "connection" ? (raw[index + 1] ?? "").toLowerCase().split(/\s*,\s*/) : [],
  );
  return raw.filter((_, index) => {
    const name = (raw[index - (index % 2)] as string).toLowerCase();
    return !HOP_BY_HOP.has(name) && !named.includes(name);
  });
}

function flat(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
