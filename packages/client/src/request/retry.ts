/** How failed requests are repeated. */
export interface RetryOptions {
  /** Repetitions of one call at most. Default: 2. */
  max?: number;
  /** Longest pause before the first repetition, in milliseconds; it doubles with each one. Default: 500. */
  baseDelay?: number;
  /** Longest pause of all, in milliseconds. Default: 8,000. */
  maxDelay?: number;
  /** Longest pause that the service may ask for by `Retry-After`, in milliseconds; for a longer one the call fails. Default: 60,000. */
  maxRetryAfter?: number;
}

/**
 * The pause before a request is repeated, in milliseconds; `undefined` where it is not to be repeated.
 *
 * A POST or PATCH that was carried out must not be carried out again, so it is repeated only where it cannot have been:
 * the connection was never made, or the service turned the request away (429, or 503 with `Retry-After`).
 *
 * @param retries Repetitions so far.
 */
export function retryDelay(
  method: string,
  response: Response | undefined,
  error: unknown,
  retries: number,
  { max = 2, baseDelay = 500, maxDelay = 8_000, maxRetryAfter = 60_000 }: RetryOptions = {},
): number | undefined {
  const repeatable = !/^P[OA]/.test(method);
  const after = response?.headers.get("Retry-After") ?? "";
  const passing = response
    ? (repeatable ? /408|429|50[0234]/ : after ? /429|503/ : /429/).test(`${response.status}`)
    : repeatable || /Refused|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT/i.test(`${rootCause(error).code}`);
  if (!passing || retries >= max) return undefined;
  const asked = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  if (asked > maxRetryAfter) return undefined;
  return asked >= 0 ? asked : Math.random() * Math.min(maxDelay, baseDelay * 2 ** retries);
}

/** What made a connection fail, which `fetch` puts into the cause of its error. */
export function rootCause(error: unknown): { code?: string; message?: string } {
  const { cause } = Object(error) as { cause?: unknown };
  return cause ? rootCause(cause) : Object(error);
}
