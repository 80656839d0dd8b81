import type { IHttpResponse } from "@stoplight/prism-http";
import type { Violation } from "../http/response.ts";
import type { DocumentOperation } from "./document.ts";

/** An operation has a handful of responses; requests for more kinds of them are not cached. */
const MOST_NEGOTIATED = 64;
/** Responses of handlers that are cached for an operation: the latest, if their text is not too long. */
const MOST_HANDLED = 16;
const LONGEST_HANDLED = 8192;

/**
 * Caches responses, so that equal ones are one object: Prism validates each distinct response once, and the HTTP layer
 * serializes it once.
 */
export class ResponseCache<Verdict> {
  readonly #negotiated = new WeakMap<DocumentOperation, Map<string, IHttpResponse>>();
  readonly #handled = new WeakMap<DocumentOperation, Map<string, IHttpResponse>>();
  readonly #verdicts = new WeakMap<IHttpResponse, Verdict>();
  readonly #cached = new WeakSet<IHttpResponse>();

  has(response: IHttpResponse): boolean {
    return this.#cached.has(response);
  }

  /** Returns the response that Prism negotiates for a key, which must name everything that the response depends on. */
  negotiated<E>(operation: DocumentOperation, key: string, negotiate: () => IHttpResponse | E): IHttpResponse | E {
    const known = entry(this.#negotiated, operation);
    const cached = known.get(key);
    if (cached) return cached;
    const response = negotiate();
    if (known.size < MOST_NEGOTIATED && isResponse(response)) {
      known.set(key, response);
      this.#cached.add(response);
    }
    return response;
  }

  /** Returns the response with this status and body: a client that polls receives the same one many times. */
  handled(operation: DocumentOperation, status: number, body: unknown, create: () => IHttpResponse): IHttpResponse {
    const key = `${status} ${JSON.stringify(body)}`;
    const known = entry(this.#handled, operation);
    const cached = known.get(key);
    if (cached) return cached;
    const response = create();
    if (key.length > LONGEST_HANDLED) return response;
    const [oldest] = known.keys();
    if (known.size >= MOST_HANDLED && oldest !== undefined) known.delete(oldest);
    known.set(key, response);
    this.#cached.add(response);
    return response;
  }

  /** Returns the result of validating a response. */
  verdict(response: IHttpResponse, validate: () => Verdict): Verdict {
    if (!this.#cached.has(response)) return validate();
    const verdict = this.#verdicts.get(response) ?? validate();
    this.#verdicts.set(response, verdict);
    return verdict;
  }
}

/** Requests whose violations are cached for an operation: the latest, if they are not too long. */
const MOST_VERDICTS = 64;
const LONGEST_KEY = 1024;

/** Caches the violations of requests without a body: a client that polls sends the same one many times. */
export class VerdictCache {
  readonly #known = new Map<string, Violation[]>();

  /** @param key Everything in the request that is validated. */
  get(key: string, validate: () => Violation[]): Violation[] {
    const cached = this.#known.get(key);
    if (cached) return cached;
    const verdict = validate();
    if (key.length > LONGEST_KEY) return verdict;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST_VERDICTS && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, verdict);
    return verdict;
  }
}

function entry<K extends object, V>(maps: WeakMap<K, Map<string, V>>, key: K): Map<string, V> {
  const map = maps.get(key) ?? new Map<string, V>();
  maps.set(key, map);
  return map;
}

function isResponse(value: unknown): value is IHttpResponse {
  return typeof value === "object" && value !== null && "statusCode" in value;
}
