/** An access key (AK/SK); a temporary one comes with a security token. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  securityToken?: string | undefined;
}

/** A request to be signed. */
export interface RequestToSign {
  method: string;
  /** Address with its query, exactly as it is sent. */
  url: string | URL;
  /** Headers to send and to sign. Leave out those that a proxy may change. */
  headers?: Record<string, string> | Iterable<readonly [name: string, value: string]>;
  /** The body, exactly as it is sent. */
  body?: string | Uint8Array<ArrayBuffer> | ArrayBuffer | undefined;
}

/**
 * Signs a request by SDK-HMAC-SHA256, which other services of the cloud take as well.
 *
 * Signs every header it is given, and `host` and `X-Sdk-Date`. An `X-Sdk-Date` or `Host` among the headers is used as it
 * is; an `X-Sdk-Content-Sha256` takes the place of the body's hash.
 *
 * @param date Time of signing; the service refuses one that is more than 15 minutes off.
 * @returns The headers to send: those given, with `X-Sdk-Date`, `Authorization` and, with a temporary key,
 *   `X-Security-Token`. `Host` is left to what sends the request.
 */
export async function signRequest(
  { method, url, headers = {}, body = "" }: RequestToSign,
  { accessKeyId, secretAccessKey, securityToken }: AccessKey,
  date: Date = new Date(),
): Promise<Record<string, string>> {
  if (!accessKeyId || !secretAccessKey) throw new TypeError("an access key has an accessKeyId and a secretAccessKey");
  const { host, pathname, searchParams } = new URL(url);
  const sent: Record<string, string> = {};
  const signed: Record<string, string> = { host };
  const add = (name: string, value: string) => {
    sent[name] = value;
    signed[name.toLowerCase()] = value.trim();
  };
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    if (!/^authorization$/i.test(name)) add(name, value);
  }
  if (securityToken && !signed["x-security-token"]) add("X-Security-Token", securityToken);
  if (!signed["x-sdk-date"]) add("X-Sdk-Date", date.toISOString().replace(/[-:]|\.\d+/g, ""));

  const names = Object.keys(signed).sort();
  const { sha256, hmac } = digests();
  const canonical = [
    method.toUpperCase(),
    pathname.split("/").map(escapeSegment).join("/").replace(/\/?$/, "/"),
    [...searchParams]
      .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
      .map((pair) => pair.map(escape).join("="))
      .join("&"),
    ...names.map((name) => `${name}:${signed[name]}`),
    "",
    names.join(";"),
    signed["x-sdk-content-sha256"] ?? (await sha256(body)),
  ].join("\n");
  const text = `SDK-HMAC-SHA256\n${signed["x-sdk-date"]}\n${await sha256(canonical)}`;
  const signature = await hmac(secretAccessKey, text);
  sent["Authorization"] = `SDK-HMAC-SHA256 Access=${accessKeyId}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return sent;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Escapes all but the unreserved characters; `encodeURIComponent` leaves five more. */
const escape = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A segment of a URL's path has escapes already; they are undone first, or they would be escaped twice. */
function escapeSegment(segment: string): string {
  try {
    return escape(decodeURIComponent(segment));
  } catch {
    return escape(segment);
  }
}

type Data = string | Uint8Array<ArrayBuffer> | ArrayBuffer;
interface Digests {
  sha256(data: Data): string | Promise<string>;
  hmac(key: string, text: string): string | Promise<string>;
}
interface Digest {
  update(data: string | Uint8Array): Digest;
  digest(encoding: "hex"): string;
}
interface NodeCrypto {
  hash?(name: string, data: string | Uint8Array): string;
  createHmac(name: string, key: string): Digest;
}

/** Node's own cryptography costs a fraction of WebCrypto's time, which is there everywhere else. */
function digests(): Digests {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): NodeCrypto | undefined } };
  const node = process?.getBuiltinModule?.("node:crypto");
  if (node?.hash) {
    return {
      sha256: (data) => node.hash?.("sha256", data instanceof ArrayBuffer ? new Uint8Array(data) : data) as string,
      hmac: (key, text) => node.createHmac("sha256", key).update(text).digest("hex"),
    };
  }
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) throw new Error("signing needs WebCrypto, which browsers have on secure (https) pages only");
  const bytes = (data: Data) => (typeof data === "string" ? new TextEncoder().encode(data) : data);
  return {
    sha256: async (data) => hex(await subtle.digest("SHA-256", bytes(data))),
    async hmac(key, text) {
      const imported = await subtle.importKey("raw", bytes(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      return hex(await subtle.sign("HMAC", imported, bytes(text)));
    },
  };
}

const hex = (buffer: ArrayBuffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
