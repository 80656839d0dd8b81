import type { Call } from "../errors/error.ts";
import type { ParseAs } from "../openapi-fetch.ts";
import type { FetchFunction } from "../options.ts";
import type { RETRY_DEFAULTS } from "./retry.ts";

/** Shorter values of headers are not looked for in errors: they would be found in words. */
const SHORTEST_SECRET = 8;

/** Headers of credentials that are no secrets. */
const PUBLIC_HEADERS = /^x-(project-id|domain-id|sdk-date)$/;

/** Headers of the caller's own that are secrets. */
const SECRET_HEADERS = /authorization|cookie|token|secret|key/;

/** A call with its settings, and its state so far. */
export class RunningCall implements Call {
  declare readonly operationId: string;
  declare readonly parseAs: ParseAs;
  declare readonly timeout: number;
  declare retry: typeof RETRY_DEFAULTS;
  declare readonly idempotent: boolean | undefined;
  /** The `fetch` of the call or of the client; `undefined` for the global one. */
  declare readonly fetch: FetchFunction | undefined;
  /** Project that the call is about. */
  declare readonly projectId: string | undefined;
  declare attempts: number;
  /** The headers of each attempt, without credentials and with them. */
  declare readonly headers: [plain: Headers, authenticated: Headers][];
  /** The last response of `fetch`. */
  declare response?: Response | undefined;
  /** The response that openapi-fetch reads in place of `response`. */
  declare buffered?: Response | undefined;
  /** Address of the request. */
  declare url?: string;
  /** The error with which the last attempt failed. */
  declare failure?: unknown;

  constructor(settings: Omit<RunningCall, "attempts" | "headers" | "secrets">) {
    Object.assign(this, settings, { attempts: 0, headers: [] });
  }

  /** The values of headers that must not be in an error. */
  get secrets(): Set<string> {
    const values = this.headers.flatMap(([plain, authenticated]) =>
      [...authenticated].map(([name, value]) => {
        const isSecret = plain.get(name) === value ? SECRET_HEADERS.test(name) : !PUBLIC_HEADERS.test(name);
        return isSecret && value.length >= SHORTEST_SECRET ? value : "";
      }),
    );
    return new Set(values);
  }
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
