import type { IncomingMessage } from "node:http";
import { GatewayError } from "./errors.ts";

/** Names and values of a query; a name that is repeated has a list. */
export type Query = Record<string, string | string[]>;

/** The target of a request (RFC 9112, 3.2), split into its parts. */
export interface Target {
  /** Path as sent. */
  path: string;
  /** Segments of the path, decoded. */
  segments: string[];
  /** Query as sent, without the question mark. */
  search: string;
}

/** A request whose target and headers are parsed, and whose body is not read yet. */
export interface MockRequest extends Target {
  method: string;
  query: Query;
  /** Names in lower case; repeated headers are joined as Node joins them. */
  headers: Record<string, string>;
}

const LONGEST_TARGET = 8192;

/**
 * Parses the request line and the headers.
 *
 * @throws {GatewayError} As {@link readTarget}.
 */
export function readRequest({ method = "GET", url = "/", headers }: IncomingMessage): MockRequest {
  const target = readTarget(url);
  return { method, ...target, query: readQuery(target.search), headers: plainHeaders(headers) };
}

/**
 * Parses the target of a request, without normalising the path.
 *
 * @throws {GatewayError} 414 for a long target, 400 for one that cannot be decoded or has a null byte, 404 for dot segments.
 */
export function readTarget(url: string): Target {
  if (url.length > LONGEST_TARGET)
    throw new GatewayError(414, "APIGW.0201", `The URI is longer than ${LONGEST_TARGET} characters.`);
  const [, origin = "", path = "", search = ""] = /^(https?:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  const plain = path || (origin ? "/" : "");
  if (!plain.startsWith("/")) throw new GatewayError(400, "APIGW.0602", "The path must start with a slash.");
  let segments: string[];
  try {
    segments = plain
      .slice(1)
      .split("/")
      .map((segment) => (segment.includes("%") ? decodeURIComponent(segment) : segment));
  } catch {
    throw new GatewayError(400, "APIGW.0602", "The path is not percent-encoded UTF-8.");
  }
  if (segments.some((segment) => segment.includes("\0"))) {
    throw new GatewayError(400, "APIGW.0602", "The path contains a null byte.");
  }
  if (segments.some((segment) => segment === "." || segment === "..")) throw new GatewayError(404, "APIGW.0101");
  return { path: plain, segments, search };
}

/** @throws {GatewayError} 400 for a query that cannot be decoded, with the parameter. */
export function checkQuery(search: string): void {
  for (const pair of search.includes("%") ? search.split("&") : []) {
    try {
      decodeURIComponent(pair);
    } catch {
      throw new GatewayError(
        400,
        "APIGW.0602",
        `The query is not percent-encoded UTF-8, from "${pair.slice(0, 80)}" on.`,
      );
    }
  }
}

/** Parses a query string. */
export function readQuery(search: string): Query {
  const query = Object.create(null) as Query;
  if (!search) return query;
  for (const [name, value] of new URLSearchParams(search)) {
    const known = query[name];
    if (known === undefined) query[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else query[name] = [known, value];
  }
  return query;
}

/** Returns the headers with one value each. */
export function plainHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) plain[name] = String(headers[name]);
  return plain;
}
