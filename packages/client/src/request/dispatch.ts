import type { RunningCall } from "./running-call.ts";

/**
 * Keeps the requests that pass a signal on as long as the response is received. Node collects them otherwise, and the signal
 * reaches nobody.
 */
const held = new WeakMap<object, unknown[]>();

/**
 * Sends an attempt by `fetch(request, init)`, where `init` has the parts of the request once more, for a `fetch` that does not know
 * the platform's `Request`. The request is a copy, of the same class and with the same members; what passes the signal on is kept
 * alive.
 */
export async function dispatch(
  request: Request,
  init: RequestInit,
  { parseAs, fetch }: RunningCall,
): Promise<Response> {
  const signal = init.signal as AbortSignal;
  // The body of a stream is received after the attempt has ended.
  if (parseAs === "stream") init.signal = AbortSignal.any([signal, request.signal ?? signal]);
  const copy = new (request.constructor as typeof Request)(request, init);
  // A `fetch` that does not know the class of the request takes it as text.
  Object.assign(copy, { ...request, ...copy, toString: () => request.url });
  const links = [request, copy, init.signal];
  held.set(signal, links);
  const response = await fetch(copy, init);
  // A `fetch` that ignores its signal may respond after the limit, and may have streams of its own.
  if (signal.aborted) response?.body?.cancel?.().catch(() => {});
  if (response.body) held.set(response.body, links);
  return response;
}
