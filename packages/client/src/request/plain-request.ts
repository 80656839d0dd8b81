/**
 * The address and the parts of a request, for the global `fetch`: it spares the `Request` that `fetch` would copy at once. A
 * replacement of the global `fetch` may still read it like a request.
 */
export class PlainRequest extends URL {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal: AbortSignal | null | undefined;

  constructor(url: string, init: RequestInit) {
    super(url, (globalThis as { location?: Location }).location?.href);
    // Only a real request can turn other bodies into bytes.
    if (typeof init.body === "object") return new Request(url, init) as never;
    Object.assign(this, init, { url: this.href });
  }

  clone(): Request {
    return new Request(this.url, this as RequestInit);
  }

  json(): Promise<unknown> {
    return this.clone().json();
  }

  text(): Promise<string> {
    return this.clone().text();
  }
}
