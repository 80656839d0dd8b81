/**
 * The parts of a request, in place of a `Request` that no code reads: creating one is slow, and every attempt creates its
 * own.
 */
export class PlainRequest {
  declare readonly body: BodyInit;
  readonly url: string;

  constructor(url: string, init: RequestInit) {
    Object.assign(this, init);
    this.url = new URL(url, (globalThis as { location?: Location }).location?.href).href;
  }
}
