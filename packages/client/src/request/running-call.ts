import type { Call } from "../errors/error.ts";
import type { ParseAs } from "../openapi-fetch.ts";
import type { FetchFunction } from "../options.ts";
import type { RETRY_DEFAULTS } from "./retry.ts";

/** Shorter values of headers are not looked for in errors: they would be found in words. */
const SHORTEST_SECRET = 8;

/** Headers of credentials that are no secrets. */
const PUBLIC_HEADERS = /^x-(project-id|domain-id|sdk-date)$/;

/** Headers of the caller's own that are secrets. */
const SECRET_HEADERS = /auth|cookie|token|secret|key/;

/** The headers of an attempt, without credentials and with them. */
interface SentHeaders {
  plain: Headers;
  headers: Headers;
}

/** A call with its settings, and its state so far. */
export class RunningCall implements Call {
  declare operationId: string;
  declare parseAs: ParseAs;
  /** Set where middleware looks at the request and the response, which then have to be real ones. */
  declare isObserved?: unknown;
  declare timeout: number;
  declare retry: typeof RETRY_DEFAULTS;
  declare idempotent: boolean | undefined;
  /** The `fetch` of the call, of the client, or the global one. */
  declare fetch: FetchFunction;
  /** Project that the call is about. */
  declare projectId: string | undefined;
  /** The headers of each attempt. */
  sent: SentHeaders[] = [];
  /** The last response, its body already read unless the caller wants a stream. */
  declare response?: Response | undefined;
  /** Address of the request; set once its last attempt has ended. */
  declare url: string;
  /** The error with which the last attempt failed. */
  declare failure?: unknown;

  get attempts(): number {
    return this.sent.length;
  }

  /** The values of headers that must not be in an error. */
  get secrets(): string[] {
    return this.sent.flatMap(({ plain, headers }) =>
      [...headers].flatMap(([name, value]) => {
        const isSecret = plain.get(name) === value ? SECRET_HEADERS.test(name) : !PUBLIC_HEADERS.test(name);
        return isSecret && value.length >= SHORTEST_SECRET ? value : [];
      }),
    );
  }
}

/** The calls of responses. */
export const calls = new WeakMap<Response, Call>();
