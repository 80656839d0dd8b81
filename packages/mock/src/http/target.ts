import { GatewayError } from "./errors.ts";

/** The target of a request, taken apart. */
export interface Target {
  /** Path as sent. */
  path: string;
  /** Segments of the path, decoded. */
  segments: string[];
  search: string;
}

const LONGEST = 8192;

/**
 * Takes the target of a request apart, without tidying it up: what a client sends is what it gets an answer to.
 *
 * @throws {GatewayError} Where no gateway would pass it on: too long, not decodable, with a null byte, or with a segment
 *   (`.`, `..`) that leads elsewhere.
 */
export function readTarget(url: string): Target {
  if (url.length > LONGEST) throw new GatewayError(414, "APIGW.0201", "The URI is too long.");
  const [, origin = "", path = "", search = ""] = /^(https?:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  const plain = path || (origin ? "/" : "");
  if (!plain.startsWith("/")) throw new GatewayError(400, "APIGW.0602", "The path has to start with a slash.");
  let segments: string[];
  try {
    segments = plain
      .slice(1)
      .split("/")
      .map((segment) => (segment.includes("%") ? decodeURIComponent(segment) : segment));
  } catch {
    throw new GatewayError(400, "APIGW.0602", "The path is not encoded correctly.");
  }
  if (segments.some((segment) => segment.includes("\0"))) {
    throw new GatewayError(400, "APIGW.0602", "The path holds a null byte.");
  }
  if (segments.some((segment) => segment === "." || segment === "..")) throw new GatewayError(404, "APIGW.0101");
  return { path: plain, segments, search };
}

/** Names and values of a query; a name given more than once has a list. */
export function readQuery(search: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  if (!search) return query;
  for (const [name, value] of new URLSearchParams(search)) {
    const known = query[name];
    if (known === undefined) query[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else query[name] = [known, value];
  }
  return query;
}
