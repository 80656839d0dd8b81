/**
 * An address with the parts of a request, for the global `fetch`: it spares the `Request` that `fetch` would copy at once. A
 * replacement of the global `fetch` may still read it like a request.
 */
export class PlainRequest extends URL {
  readonly url: string = this.href;
  readonly method: string;
  /** The headers of the attempt that is under way. */
  headers: Headers;
  readonly body: BodyInit | null | undefined;
  readonly signal: AbortSignal | null | undefined;
  readonly #init: RequestInit;

  constructor(url: string, init: RequestInit) {
    super(url, (globalThis as { location?: Location }).location?.href);
    this.#init = init;
    this.method = init.method ?? "GET";
    this.headers = init.headers as Headers;
    this.body = init.body;
    this.signal = init.signal;
  }

  /** The parts that `fetch` takes beside the address. */
  get init(): RequestInit {
    return this.#init;
  }

  clone(): Request {
    return new Request(this, { ...this.#init, headers: this.headers });
  }

  json(): Promise<unknown> {
    return this.clone().json();
  }

  text(): Promise<string> {
    return this.clone().text();
  }
}
