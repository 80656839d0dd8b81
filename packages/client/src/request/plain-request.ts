/**
 * The address and the parts of a request, for the global `fetch`: it spares the `Request` that `fetch` would copy at once. As text
 * it is its address. A replacement of the global `fetch` may still read it like a request.
 */
export class PlainRequest {
  declare readonly url: string;
  declare readonly method: string;
  /** The headers of the attempt that is under way. */
  declare headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal: AbortSignal | null | undefined;

  constructor(url: string, init: RequestInit) {
    // Only a real request can turn other bodies into bytes.
    if (typeof init.body === "object") return new Request(url, init) as never;
    const { location } = globalThis as { location?: Location };
    Object.assign(this, init, { url: location ? new URL(url, location.href).href : url });
  }

  toString(): string {
    return this.url;
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
