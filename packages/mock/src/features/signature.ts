import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { GatewayError } from "../http/errors.ts";

/** Secret keys by access key. */
export type AccessKeys = ReadonlyMap<string, string>;

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  method: string;
  /** Path as sent. */
  path: string;
  /** Query as sent, without the question mark. */
  search: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

const ALGORITHM = "SDK-HMAC-SHA256";
const FORM = /^SDK-HMAC-SHA256 +Access=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/;
/** Largest difference between the clocks of client and server, in milliseconds. */
const LARGEST_SKEW = 15 * 60 * 1000;

/**
 * Verifies the signature of a request; ignores requests without an `Authorization` header.
 *
 * @param now Milliseconds since 1970.
 * @throws {GatewayError} 401 with the reason; neither the secret key nor the expected signature is part of it.
 */
export function verifySignature(request: SignedRequest, keys: AccessKeys, now: number): void {
  const authorization = request.headers["authorization"];
  if (authorization === undefined) return;
  const [, access = "", names = "", signature = ""] = FORM.exec(authorization) ?? [];
  if (!signature)
    throw invalid(`the Authorization header must be "${ALGORITHM} Access=…, SignedHeaders=…, Signature=…"`);
  const secret = keys.get(access);
  if (secret === undefined) throw invalid("the access key is unknown");

  const signed = names.split(";");
  if (!signed.includes("x-sdk-date")) throw invalid("the header x-sdk-date must be signed");
  const missing = signed.find((name) => request.headers[name] === undefined);
  if (missing !== undefined) throw invalid(`the header ${missing} is signed, but missing`);
  const date = request.headers["x-sdk-date"] ?? "";
  const time = readDate(date);
  if (time === undefined) throw invalid("X-Sdk-Date must have the form YYYYMMDDTHHMMSSZ");
  if (Math.abs(now - time) > LARGEST_SKEW)
    throw invalid("X-Sdk-Date is more than 15 minutes from the time of the server");

  const expected = sign(canonicalRequest(request, signed), date, secret);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature)))
    throw invalid("the signature does not match the request");
}

function invalid(reason: string): GatewayError {
  return new GatewayError(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}.`);
}

function readDate(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function sign(canonical: string, date: string, secret: string): string {
  const text = [ALGORITHM, date, sha256(canonical)].join("\n");
  return createHmac("sha256", secret).update(text).digest("hex");
}

function canonicalRequest({ method, path, search, headers, body }: SignedRequest, signed: string[]): string {
  return [
    method.toUpperCase(),
    canonicalPath(path),
    canonicalQuery(search),
    ...[...signed].sort().map((name) => `${name}:${headers[name]?.trim() ?? ""}`),
    "",
    signed.join(";"),
    headers["x-sdk-content-sha256"] ?? sha256(body),
  ].join("\n");
}

function canonicalPath(path: string): string {
  const escaped = path
    .split("/")
    .map((segment) => escape(unescape(segment)))
    .join("/");
  return escaped.endsWith("/") ? escaped : `${escaped}/`;
}

/** Returns the pairs of the query, sorted by unescaped name and value. */
function canonicalQuery(search: string): string {
  // A plus is a space here.
  const pairs = search
    .replaceAll("+", "%20")
    .split("&")
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = "", ...value] = pair.split("=");
      return [unescape(name), unescape(value.join("="))];
    });
  const byUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  pairs.sort(([nameA, valueA], [nameB, valueB]) => byUnit(nameA, nameB) || byUnit(valueA, valueB));
  return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join("&");
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
