import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { GatewayError } from "../http/errors.ts";

/** Milliseconds without a byte after which an upstream counts as stalled. */
export const UPSTREAM_TIMEOUT = 60_000;
/** Largest response body that is held back until it is validated; a larger one is passed on as it comes. */
const LARGEST_HELD_BODY = 12 * 1024 * 1024;

/** Headers of one connection, not of the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(
  "connection keep-alive proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade".split(" "),
);

/** A new connection for each request, so that surplus bytes after one response are not read as the next. */
const AGENTS = { "http:": new HttpAgent({ keepAlive: false }), "https:": new HttpsAgent({ keepAlive: false }) };

export interface UpstreamResponse {
  status: number;
  reason: string;
  headers: IncomingMessage["headers"];
  /** Names and values in turn, without hop-by-hop headers. */
  rawHeaders: string[];
  body: Buffer;
  /** The rest of a body that is too large to be held back; it ends with an error where the upstream fails. */
  rest?: IncomingMessage;
}

/**
 * Forwards a request with the same target, headers and bytes. Redirects are not followed.
 *
 * @throws {GatewayError} 502 where the upstream cannot be reached or its response is cut or not HTTP, 504 where it stalls.
 */
export function forward(
  upstream: URL,
  { method, rawHeaders }: IncomingMessage,
  target: string,
  bytes: Buffer,
  signal: AbortSignal,
  timeout: number,
): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port, pathname } = upstream;
    const isTls = protocol === "https:";
    const outgoing = (isTls ? requestHttps : requestHttp)({
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port,
      method,
      path: pathname.replace(/\/$/, "") + target,
      headers: forwardedHeaders(upstream, rawHeaders, bytes),
      agent: AGENTS[isTls ? "https:" : "http:"],
      timeout,
      signal,
    });
    const bad = (reason: string) => reject(new GatewayError(502, "APIGW.0201", `${upstream.host} ${reason}.`));
    outgoing.on("timeout", () => {
      reject(new GatewayError(504, "APIGW.0201", `${upstream.host} sent nothing for ${timeout / 1000} s.`));
      outgoing.destroy();
    });
    // This listener stays: errors may follow the headers, and even the end, of a response.
    let isAnswered = false;
    outgoing.on("error", ({ code, message }: NodeJS.ErrnoException) => {
      if (isAnswered) bad(`broke off its response: ${code ?? message}`);
      else if (code === "ECONNRESET") bad("closed the connection without a response");
      else if (code?.startsWith("HPE_")) bad(`sent a response that is not valid HTTP: ${code}`);
      else bad(`cannot be reached: ${code ?? message}`);
    });
    outgoing.on("close", () =>
      bad(
        isAnswered
          ? "closed the connection before the end of its response"
          : "closed the connection without a response",
      ),
    );
    outgoing.on("response", (response) => {
      isAnswered = true;
      const { statusCode: status = 0, statusMessage: reason = "", headers } = response;
      if (status < 200 || status > 599) {
        bad(`sent the status ${status}`);
        return void outgoing.destroy();
      }
      const head = { status, reason, headers, rawHeaders: withoutHopByHop(response.rawHeaders) };
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= LARGEST_HELD_BODY) return;
        response.removeAllListeners("data").pause();
        resolve({ ...head, body: Buffer.concat(chunks), rest: response });
      });
      response.on("error", ({ code, message }: NodeJS.ErrnoException) =>
        bad(`broke off its response: ${code ?? message}`),
      );
      response.on("end", () => {
        if (response.complete) resolve({ ...head, body: Buffer.concat(chunks) });
      });
    });
    outgoing.end(bytes);
  });
}

function forwardedHeaders(upstream: URL, rawHeaders: string[], bytes: Buffer): string[] {
  const given = withoutHopByHop(rawHeaders);
  const headers: string[] = ["host", upstream.host, "accept-encoding", "identity"];
  for (let index = 0; index < given.length; index += 2) {
    if (/^(host|accept-encoding|content-length)$/i.test(given[index] as string)) continue;
    headers.push(given[index] as string, given[index + 1] as string);
  }
  if (bytes.length) headers.push("content-length", String(bytes.length));
  return headers;
}

function withoutHopByHop(raw: string[]): string[] {
  const named = raw.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === "connection" ? (raw[index + 1] ?? "").toLowerCase().split(/\s*,\s*/) : [],
  );
  return raw.filter((_, index) => {
    const name = (raw[index - (index % 2)] as string).toLowerCase();
    return !HOP_BY_HOP.has(name) && !named.includes(name);
  });
}
