import { checkPrintable } from "../check.ts";

/** One attempt at a request, as it will be sent; headers may still be added to it. */
export interface OutgoingRequest {
  /** Method, in upper case. */
  readonly method: string;
  /** Address with its query, exactly as it is sent. */
  readonly url: string;
  /** The headers to send. */
  readonly headers: Headers;
  /** The body, exactly as it is sent; `undefined` where there is none. */
  readonly body: string | Uint8Array | undefined;
  /** Project that the call is about. */
  readonly projectId: string | undefined;
  /** Aborts when the call is aborted, or when the time limit of the attempt is over. */
  readonly signal: AbortSignal;
  /**
   * Sends a request of the credentials themselves, such as a login: the way the client sends its own, within the same
   * limit, and retried like an idempotent one. The body of the response has been read.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** An attempt to which the service responded with 401. */
export interface Unauthorized {
  /** The headers that were sent. */
  readonly headers: Headers;
  /** The response with status 401. */
  readonly response: Response;
}

/** Adds credentials to requests: the option `auth` of a client. An object of your own may take the place of the built-in ones. */
export interface Auth {
  /**
   * Adds credentials to the headers. Called for every attempt, so that each has a date and a signature of its own.
   *
   * @param request The attempt; its headers are the ones to change.
   * @param unauthorized The attempt before this one and its response, where that was a 401; given once a call.
   * @returns After a 401, `true` where there are other credentials now; else the 401 is the response to the call.
   */
  authenticate(request: OutgoingRequest, unauthorized?: Unauthorized): boolean | void | Promise<boolean | void>;
  /** Returns the ID of the project that the credentials are for, where they name one. */
  projectId?(): string | undefined | Promise<string | undefined>;
}

/** Sets a header without ever showing its value: `Headers.set` quotes one that it cannot take in its error. */
export function setSecret(headers: Headers, name: string, value: string): void {
  checkPrintable(name, value);
  headers.set(name, value);
}

/** Returns the value of a JSON text, or the text itself where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A value with the time for which it is valid. */
export interface Lease<T> {
  value: T;
  /** Milliseconds from now until it expires. */
  lifetime: number;
}

/** Pause in milliseconds before a renewal in the background that failed is tried again. */
const RENEWAL_PAUSE = 60_000;

/**
 * Caches the result of `load` and loads again in time: in the background from about 90 % of its lifetime on, and with callers
 * waiting once it is over. One load runs at a time, for all callers; one that failed is not cached.
 *
 * @returns A function that returns the value; a value for which `refused` returns `true` is not returned again.
 */
export function refreshing<T, Context>(load: (context: Context) => Promise<Lease<T>>) {
  let lease: { value: T; renewAt: number; expiresAt: number } | undefined;
  let pending: Promise<T> | undefined;
  const renew = (context: Context) =>
    (pending ??= load(context)
      .then(({ value, lifetime }) => {
        const now = Date.now();
        // Scattered, so that processes started together do not ask together.
        lease = { value, renewAt: now + lifetime * (0.85 + Math.random() / 10), expiresAt: now + lifetime };
        return value;
      })
      .finally(() => (pending = undefined)));
  return (context: Context, refused?: (value: T) => boolean): T | Promise<T> => {
    const now = Date.now();
    if (!lease || now >= lease.expiresAt || refused?.(lease.value)) return renew(context);
    if (now >= lease.renewAt) {
      lease.renewAt = now + RENEWAL_PAUSE;
      // A failure shows once the value has expired and a caller has to wait for the next one.
      renew(context).catch(() => {});
    }
    return lease.value;
  };
}
