import type { FetchFunction } from "../options.ts";
import { PlainRequest } from "./plain-request.ts";
import type { RunningCall } from "./running-call.ts";

/**
 * Keeps the requests that pass a signal on as long as the response is received. Node collects them otherwise, and the signal
 * reaches nobody.
 */
const held = new WeakMap<object, unknown[]>();

/**
 * Sends one attempt, by the `fetch` of the call or the global one: as `fetch(request, init)`, where `init` has the parts of the
 * request once more, for a `fetch` that does not know the platform's `Request`.
 *
 * @param headers The headers of the attempt.
 * @param body The body, which can be sent again.
 */
export function dispatch(
  request: Request | PlainRequest,
  headers: Headers,
  body: string | Uint8Array<ArrayBuffer> | undefined,
  extension: object | undefined,
  { attempts, parseAs, fetch = globalThis.fetch }: RunningCall,
  { signal }: AbortController,
): Promise<Response> {
  const parts: RequestInit = {
    ...extension,
    method: request.method,
    headers,
    // The body of a stream is received after the attempt has ended.
    signal: parseAs === "stream" ? AbortSignal.any([signal, request.signal ?? signal]) : signal,
    // A redirect could carry the credentials to another host.
    redirect: "manual",
    body: body as BodyInit,
  };
  if (request instanceof PlainRequest) {
    // Another one for each attempt: a `fetch` that waits may read it after its end.
    const target = attempts > 1 ? new PlainRequest(request.url, request as RequestInit) : request;
    return fetch(Object.assign(target, parts) as unknown as Request, { ...(target as RequestInit) });
  }
  return dispatchCopy(request, parts, signal, fetch);
}

/** Sends a copy of a request, of the same class and with the same members, and keeps alive what passes the signal on. */
async function dispatchCopy(
  request: Request,
  parts: RequestInit,
  signal: AbortSignal,
  fetch: FetchFunction,
): Promise<Response> {
  // The members that openapi-fetch or a middleware added to the request.
  const members = Object.fromEntries(Object.entries(request));
  const init = { ...members, ...parts };
  const copy = new (request.constructor as typeof Request)(request, init);
  // A `fetch` that does not know the class of the request takes it as text.
  Object.assign(copy, { ...members, ...copy, toString: () => request.url });
  const links = [request, copy, init.signal];
  held.set(signal, links);
  const response = await fetch(copy, init);
  // A `fetch` that ignores its signal may respond after the limit, and may have streams of its own.
  if (signal.aborted) response?.body?.cancel?.().catch(() => {});
  if (response.body) held.set(response.body, links);
  return response;
}
