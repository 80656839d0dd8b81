import type { Auth } from "./auth/credentials.ts";
import type { ServerVariables } from "./generated/client-options.ts";
import type { FetchClientOptions, HeadersOptions } from "./openapi-fetch.ts";

/** A region of the cloud that is known to have the service, such as `cn-north-4`. */
export type Region = ServerVariables["region"];

/** Receives log lines; `console` is a logger. No line contains a header, a body or a query. */
export interface Logger {
  /** Receives the outcome of every attempt. */
  debug?(message: string): void;
  /** Receives every attempt that is repeated, with the pause before the next one. */
  warn?(message: string): void;
}

/** The retry policy: exponential backoff with full jitter. */
export interface RetryOptions {
  /** Maximum number of retries of a call. Default: 2. */
  max?: number | undefined;
  /** Upper limit of the pause before the first retry in milliseconds; it doubles with each retry. Default: 500. */
  baseDelay?: number | undefined;
  /** Upper limit of all pauses in milliseconds. Default: 8,000. */
  maxDelay?: number | undefined;
  /**
   * Longest pause that the server may ask for by `Retry-After`, in milliseconds; where it asks for more, the call fails.
   * Default: 60,000.
   */
  maxRetryAfter?: number | undefined;
}

/** One attempt of a call, after it ended. */
export interface AttemptEvent {
  /** The operation; for a call by path, its method and path. */
  operationId: string;
  /** Number of the attempt, from 1. */
  attempt: number;
  /** Method, in upper case. */
  method: string;
  /** Address without its query. */
  url: string;
  /** Status of the response; `undefined` where none came. */
  status: number | undefined;
  /** The reason for which there is no response, or why its body could not be read. */
  error: unknown;
  /** Duration in milliseconds. */
  duration: number;
  /** Pause before the next attempt in milliseconds; `undefined` where this one was the last. */
  retryIn: number | undefined;
}

/** Sends a request. Called as `fetch(request, init)`: the request is complete, and `init` has its parts once more. */
export type FetchFunction = (request: Request, init?: RequestInit) => Promise<Response>;

/** The options that both a client and a single call have; those of the call take precedence. */
export interface SendOptions {
  /** Time limit of one attempt in milliseconds: credentials, request and response body. 0 sets none. Default: 30,000. */
  timeout?: number | undefined;
  /** The retry policy; `{ max: 0 }` turns retries off. Default: two retries, see `RetryOptions`. */
  retry?: RetryOptions | undefined;
}

/** Options of one call of an operation. */
export interface CallOptions extends SendOptions {
  /** Ends the call early; the call then rejects with the reason of the signal. Default: none. */
  signal?: AbortSignal | undefined;
  /** Headers to add to the request. Default: none but those of the client. */
  headers?: Record<string, string> | undefined;
  /** Retries a POST like a GET, because carrying it out twice does no harm. Default: false. */
  idempotent?: boolean | undefined;
}

/**
 * Options of a client: these, and those of [openapi-fetch](https://openapi-ts.dev/openapi-fetch/api#createclient). `region` or
 * `baseUrl` is required.
 */
export interface ClientOptions extends Omit<FetchClientOptions, "fetch" | "baseUrl" | "headers">, SendOptions {
  /** Region to call, such as `cn-north-4`; also one that is newer than this client. Default: none; required without `baseUrl`. */
  region?: Region | (string & {}) | undefined;
  /** Address to call instead of that of a region, such as that of a mock: `http://127.0.0.1:4010`. Default: none. */
  baseUrl?: string | undefined;
  /** ID of the project that the calls are about; a call may name another one. */
  projectId: string;
  /** Credentials: `tokenAuth(…)`, `passwordAuth(…)`, `accessKeyAuth(…)`, or an object of your own. */
  auth: Auth;
  /** Headers of every request; `null` removes one. Default: `User-Agent`, outside browsers. */
  headers?: HeadersOptions | undefined;
  /** Replaces the global `fetch`. Default: the global one, as it is at the time of the call. */
  fetch?: FetchFunction | undefined;
  /** Receives a line for every attempt (`debug`) and for every retry (`warn`). Default: none. */
  logger?: Logger | undefined;
  /** Called after every attempt, for metrics and traces; an error that it throws ends the call. Default: none. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
  /** Name and version of the program, put in front of the client's own in `User-Agent`. Browsers keep theirs. Default: none. */
  userAgent?: string | undefined;
}
