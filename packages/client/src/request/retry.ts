import { VpcepError } from "../errors/error.ts";
import { redact } from "../errors/redact.ts";
import { checkAmount } from "../check.ts";
import type { RetryOptions } from "../options.ts";

/** Methods that may be carried out twice without harm (RFC 9110, section 9.2.2). */
const IDEMPOTENT_METHODS = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/;

/**
 * Statuses after which an idempotent request is worth another attempt: Request Timeout, Too Many Requests (the gateway's
 * throttling), Internal Server Error, Bad Gateway, Service Unavailable and Gateway Timeout.
 */
const RETRYABLE_STATUSES: (number | undefined)[] = [408, 429, 500, 502, 503, 504];

/** Errors of connections over which no request can have been sent; the second is Bun's. */
const NOT_SENT = /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** Errors of a certificate that is not trusted: their codes, and the message of Deno. They do not pass. */
const UNTRUSTED = /cert|^ERR_TLS|^UNABLE_TO_/i;

/** The retry policy of a client that is given none; times are in milliseconds. */
export const RETRY_DEFAULTS = {
  max: 2, // retries of a call
  baseDelay: 500, // upper limit of the pause before the first retry; doubles with each
  maxDelay: 8_000, // upper limit of all pauses that the server does not ask for
  maxRetryAfter: 60_000, // longest pause that the server may ask for
};

/**
 * Returns a retry policy with what it leaves out, or undefined, from another one.
 *
 * @throws {TypeError} Where an option is unknown, or no amount: with `NaN` retries, a call would have no end.
 */
export function retryPolicy(
  owner: string,
  retry: RetryOptions = {},
  defaults: typeof RETRY_DEFAULTS = RETRY_DEFAULTS,
): typeof RETRY_DEFAULTS {
  const policy: Record<string, number> = { ...defaults };
  for (const [name, value] of Object.entries(typeof retry === "object" ? retry : { [`${retry}`]: retry })) {
    if (!Object.hasOwn(policy, name))
      throw new TypeError(`${owner}: unknown retry option "${name}"; known: ${Object.keys(policy)}`);
    checkAmount(owner, name, value);
    policy[name] = value ?? (policy[name] as number);
  }
  return policy as typeof RETRY_DEFAULTS;
}

/** Returns whether a status may be another one a moment later. */
export function isTransient(status: number | undefined): boolean {
  return RETRYABLE_STATUSES.includes(status);
}

/** Returns whether a connection that failed may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return !UNTRUSTED.test(reasonOf(error));
}

/**
 * Returns the pause before a request is retried, in milliseconds; `undefined` where it is not.
 *
 * A request that is not idempotent is retried only where it cannot have been carried out: the connection was never made,
 * or the server turned the request away (429, or 503 with `Retry-After`).
 *
 * @param retries Number of retries so far.
 * @param response The response; `undefined` where none came, but `error`.
 */
export function retryDelay(
  method: string,
  { idempotent, retry }: { idempotent?: boolean | undefined; retry: typeof RETRY_DEFAULTS },
  retries: number,
  response: Response | undefined,
  error?: unknown,
): number | undefined {
  const { max, baseDelay, maxDelay, maxRetryAfter } = retry;
  if (retries >= max || !(response ? isTransient(response.status) : isPassing(error))) return undefined;
  const asked = response && retryAfter(response.headers);
  const wasTurnedAway = response
    ? response.status === 429 || (response.status === 503 && asked !== undefined)
    : NOT_SENT.test(rootCause(error)?.code);
  if (!(wasTurnedAway || idempotent || IDEMPOTENT_METHODS.test(method))) return undefined;
  if (asked !== undefined && asked > maxRetryAfter) return undefined;
  return asked ?? Math.random() * Math.min(maxDelay, baseDelay * 2 ** retries);
}

/**
 * Returns the milliseconds that `Retry-After` asks for; `undefined` where the header is missing, wrong or in the past.
 * A date is measured against the server's own clock.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const now = Date.parse(headers.get("Date") ?? "") || Date.now();
  const pause = Date.parse(value) - now;
  return pause >= 0 ? pause : undefined;
}

/** Returns an error with its causes, from the outermost to the innermost. They may form a circle. */
const causes = (error: any, depth = 0): any[] =>
  error?.cause && depth < 10 ? [error, ...causes(error.cause, depth + 1)] : [error];

/** Returns the innermost cause of an error: `fetch` hides the reason of a failed connection there. */
export const rootCause = (error: unknown): any => causes(error).at(-1);

/** Returns the text of what was thrown; `undefined` where it has none. */
const textOf = (thrown: any): string | undefined => (typeof thrown === "string" ? thrown : thrown?.message);

/** Returns an error, or another one with the same texts where it has a secret in it: a `fetch` may quote what it was to send. */
export function withoutSecrets(error: unknown, secrets: string[]): unknown {
  const text = causes(error).map(textOf).join(": ");
  const shown = redact(text, secrets);
  return shown === text || error instanceof VpcepError ? error : new Error(shown);
}

/** Returns the code of an error's innermost cause, or else its text. */
export function reasonOf(error: unknown): any {
  const root = rootCause(error);
  const code = root?.code;
  // That of a `DOMException` is a number.
  return (isNaN(code) && code) || textOf(root);
}
