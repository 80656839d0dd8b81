/** The parts of a request, for the platform's own `fetch`: it spares the `Request` that `fetch` would copy at once. */
export class PlainRequest {
  declare readonly url: string;
  declare readonly parts: RequestInit & { method: string; headers: Headers; body?: string };

  constructor(url: string, init: PlainRequest["parts"]) {
    this.url = new URL(url, (globalThis as { location?: Location }).location?.href).href;
    this.parts = init;
    // Only a real request can turn other bodies into bytes.
    if (typeof init.body === "object") return new Request(url, init) as never;
  }
}
