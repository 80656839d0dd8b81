import type { Call } from "../errors/error.ts";
import type { ParseAs } from "../openapi-fetch.ts";
import type { FetchFunction } from "../options.ts";
import type { RETRY_DEFAULTS } from "./retry.ts";

/** A call with its settings, and what became of it so far. */
export interface RunningCall extends Call {
  readonly parseAs: ParseAs;
  readonly timeout: number;
  retry: typeof RETRY_DEFAULTS;
  readonly idempotent: boolean | undefined;
  /** The `fetch` of the call or of the client; `undefined` for the global one. */
  readonly fetch: FetchFunction | undefined;
  /** Project that the call is about. */
  readonly projectId: string | undefined;
  /** The error with which the last attempt failed. */
  failure?: unknown;
  /** The response that openapi-fetch reads in place of `response`. */
  buffered?: Response;
}

const calls = new WeakMap<Response, Call>();

/** Remembers of which call a response is. */
export function setCall(response: Response, call: Call): void {
  calls.set(response, call);
}

/** Returns the call of a response; `undefined` where it is not a response of this client. */
export function callOf(response: Response): Call | undefined {
  return calls.get(response);
}
