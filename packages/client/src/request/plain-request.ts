/**
 * An address with the parts of a request, for the global `fetch`: it spares the `Request` that `fetch` would copy at once. A
 * replacement of the global `fetch` may still read it like a request.
 */
export class PlainRequest extends URL {
  readonly url: string = this.href;
  /** The parts that `fetch` takes beside the address. */
  readonly init: RequestInit;
  /** The headers of the attempt that is under way. */
  headers: Headers;

  constructor(url: string, init: RequestInit) {
    super(url, (globalThis as { location?: Location }).location?.href);
    this.init = init;
    this.headers = init.headers as Headers;
  }

  get method(): string {
    return this.init.method as string;
  }

  get body(): BodyInit | null | undefined {
    return this.init.body;
  }

  get signal(): AbortSignal | null | undefined {
    return this.init.signal;
  }

  clone(): Request {
    return new Request(this, { ...this.init, headers: this.headers });
  }

  json(): Promise<unknown> {
    return this.clone().json();
  }

  text(): Promise<string> {
    return this.clone().text();
  }
}
