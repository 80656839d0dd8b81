import { checkText } from "../check.ts";

/** An access key (AK/SK); a temporary one comes with a security token. */
export interface AccessKey {
  /** ID of the key (AK). */
  accessKeyId: string;
  /** The secret key (SK), which signs and is never sent. */
  secretAccessKey: string;
  /** Security token of a temporary key. Default: none, for a permanent key. */
  securityToken?: string | undefined;
}

/** A request to be signed. */
export interface RequestToSign {
  /** Method, in upper or lower case. */
  method: string;
  /** Address with its query, exactly as it is sent. */
  url: string | URL;
  /** Headers to send and to sign. Leave out those that a proxy may change. Default: none. */
  headers?: Record<string, string> | Iterable<readonly [name: string, value: string]> | undefined;
  /** The body, exactly as it is sent. Default: none. */
  body?: string | Uint8Array | ArrayBuffer | undefined;
}

/**
 * Signs a request by SDK-HMAC-SHA256, which other services of the cloud accept as well.
 *
 * Signs every header it is given, and `host` and `X-Sdk-Date`. An `X-Sdk-Date` or `Host` among the headers is used as it
 * is; an `X-Sdk-Content-Sha256` takes the place of the body's hash.
 *
 * @param request The request to sign.
 * @param key The access key to sign with.
 * @param date Time of signing; the service refuses one that is more than 15 minutes off. Default: now.
 * @returns The headers to send: those given, with `X-Sdk-Date`, `Authorization` and, with a temporary key,
 *   `X-Security-Token`. `Host` is left to what sends the request.
 * @throws {URIError} Where the path has a percent sign that escapes nothing.
 * @throws {TypeError} Where a part of the key is missing, or the address is not valid.
 * @example
 * ```ts
 * import { signRequest } from "@vpcep/client/auth";
 *
 * const url = "https://ecs.cn-north-4.myhuaweicloud.com/v1/6e9d/cloudservers?limit=10";
 * const headers = await signRequest({ method: "GET", url }, { accessKeyId: "ak", secretAccessKey: "sk" });
 * console.log(headers.Authorization); // fetch(url, { headers })
 * ```
 */
export async function signRequest(
  request: RequestToSign,
  key: AccessKey,
  date: Date = new Date(),
): Promise<Record<string, string>> {
  const { method, url, headers = {}, body = "" } = Object(request) as RequestToSign;
  checkText("signRequest: method", method);
  for (const name of ["accessKeyId", "secretAccessKey"] as const) checkText(`signRequest: ${name}`, key?.[name]);
  const given = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const sent = Object.fromEntries(given.filter(([name]) => !/^authorization$/i.test(name)));
  const signed = new Headers(sent);
  const add = (name: string, value: string) => {
    if (!signed.has(name)) signed.set(name, (sent[name] = value));
  };
  add("X-Sdk-Date", timestamp(date.getTime()));
  if (key.securityToken) add("X-Security-Token", key.securityToken);
  const target = new URL(url);
  if (!signed.has("host")) signed.set("host", target.host);
  return { ...sent, Authorization: await authorization(method.toUpperCase(), target, [...signed], body, key) };
}

/** SHA-256 of an empty body. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The last result of {@link timestamp}: the requests of a second share it. */
let written = { second: NaN, text: "" };

/** Writes a time in milliseconds as in `X-Sdk-Date`: UTC, to the second. */
export function timestamp(time: number): string {
  const second = Math.floor(time / 1000);
  if (second !== written.second) written = { second, text: new Date(time).toISOString().replace(/\.\d+|[-:]/g, "") };
  return written.text;
}

/** Returns the value of `Authorization`. Signs all of the headers; they are in lower case and sorted, and `x-sdk-date` is one. */
export function authorization(
  method: string,
  { pathname, searchParams }: URL,
  headers: [name: string, value: string][],
  body: string | Uint8Array | ArrayBuffer,
  { accessKeyId, secretAccessKey }: AccessKey,
): string | Promise<string> {
  const { sha256, hmac } = digests();
  const names = headers.map(([name]) => name).join(";");
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join("");
  const valueOf = (wanted: string) => headers.find(([name]) => name === wanted)?.[1];
  // A URL's path has escapes already; they are undone first, or they would be escaped twice.
  const path = pathname.replace(/(%[\da-f]{2})+|[^\w.~/-]/gi, (part) => escape(decodeURIComponent(part)));
  const query = [...searchParams]
    // By name, then by value: nothing sorts before the null character between them.
    .sort((a, b) => (a.join("\0") < b.join("\0") ? -1 : 1))
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .join("&");
  const start = `${method}\n${path.replace(/\/?$/, "/")}\n${query}\n${lines}\n${names}`;
  const bodyHash = valueOf("x-sdk-content-sha256") ?? (body === "" ? EMPTY_HASH : sha256(body));
  const digest = pass(bodyHash, (hash) => sha256(`${start}\n${hash}`));
  const signature = pass(digest, (hash) => hmac(secretAccessKey, `SDK-HMAC-SHA256\n${valueOf("x-sdk-date")}\n${hash}`));
  return pass(
    signature,
    (value) => `SDK-HMAC-SHA256 Access=${accessKeyId}, SignedHeaders=${names}, Signature=${value}`,
  );
}

/** Calls `next` with a value: at once, unless it is a promise. To await a value that is none takes many times as long. */
export function pass<T, R>(value: T | Promise<T>, next: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Escapes all but the unreserved characters; `encodeURIComponent` leaves five more. */
const escape = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

interface Digests {
  sha256(data: string | Uint8Array | ArrayBuffer): string | Promise<string>;
  hmac(key: string, text: string): string | Promise<string>;
}

/** The modules of Node that are used; `hash` is there from Node 20.12 on. */
interface NodeModules {
  "node:crypto": {
    hash?(name: string, data: string | Uint8Array): string;
    createHmac(name: string, key: string): { update(text: string): { digest(encoding: "hex"): string } };
  };
  "node:buffer": {
    Buffer: { from(text: string): Uint8Array; concat(list: Uint8Array[], length: number): NodeBuffer };
  };
}
interface NodeBuffer extends Uint8Array {
  write(text: string, offset: number, encoding: "hex"): number;
}
type GetModule = <Name extends keyof NodeModules>(name: Name) => NodeModules[Name];

/** Returns the bytes of a body. Others than text and bytes are refused: what `fetch` makes of them is not known here. */
function bytes(data: unknown): Uint8Array<ArrayBuffer> {
  if (typeof data === "string") return new TextEncoder().encode(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  if (typeof Object(data).byteLength === "number") return new Uint8Array(data as ArrayBuffer);
  throw new TypeError("signRequest: body must be a string, a Uint8Array or an ArrayBuffer");
}

/** Returns the digests of Node, which take a fraction of the time of WebCrypto, or else those of WebCrypto. */
function digests(): Digests {
  const { process, crypto } = globalThis as { process?: { getBuiltinModule?: GetModule }; crypto?: Crypto };
  const getModule = process?.getBuiltinModule;
  const hash = getModule?.("node:crypto")?.hash;
  if (getModule && hash) {
    return {
      sha256: (data) => hash("sha256", typeof data === "string" ? data : bytes(data)),
      hmac: (key, text) => hmac(getModule, key, text),
    };
  }
  const subtle = crypto?.subtle;
  if (!subtle) throw new Error("WebCrypto is missing; browsers provide it on https pages only");
  const hex = async (buffer: Promise<ArrayBuffer>) =>
    Array.from(new Uint8Array(await buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return {
    sha256: (data) => hex(subtle.digest("SHA-256", bytes(data))),
    hmac: async (key, text) =>
      hex(subtle.sign("HMAC", await subtle.importKey("raw", bytes(key), algorithm, false, ["sign"]), bytes(text))),
  };
}

/** The last key of {@link hmac}, in the two forms in which it is hashed. */
let last: { key: string; inner: string; outer: NodeBuffer } | undefined;

/**
 * Returns the HMAC-SHA256 of a text by two hashes, as RFC 2104 describes it. `createHmac` makes an object outside of the JavaScript
 * heap each time, which takes a call about as long as the rest of the signature. It is left to keys that are longer than a block of
 * 64 bytes, or have other characters than ASCII.
 */
function hmac(getModule: GetModule, key: string, text: string): string {
  const { hash, createHmac } = getModule("node:crypto") as Required<NodeModules["node:crypto"]>;
  if (!/^[\0-\x7f]{0,64}$/.test(key)) return createHmac("sha256", key).update(text).digest("hex");
  if (last?.key !== key) {
    const { Buffer } = getModule("node:buffer");
    const block = Buffer.from(key.padEnd(64, "\0"));
    const [inner, outer] = [0x36, 0x5c].map((mask) => block.map((byte) => byte ^ mask)) as [Uint8Array, Uint8Array];
    last = { key, inner: String.fromCharCode(...inner), outer: Buffer.concat([outer], 96) };
  }
  last.outer.write(hash("sha256", last.inner + text), 64, "hex");
  return hash("sha256", last.outer);
}
