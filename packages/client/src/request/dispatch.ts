import type { FetchFunction } from "../options.ts";
import type { PlainRequest } from "./plain-request.ts";
import type { RunningCall } from "./running-call.ts";

/**
 * Keeps the requests that pass a signal on as long as the response is received. Node collects them otherwise, and the signal
 * reaches nobody.
 */
const held = new WeakMap<object, unknown[]>();

/**
 * Sends one attempt: by the platform's own `fetch` as `fetch(url, init)`, by another one as `fetch(request, init)`, where `init` has
 * the parts of the request once more, for a `fetch` that does not know the platform's `Request`.
 *
 * @param headers The headers of the attempt.
 * @param body The body, which can be sent again.
 */
export function dispatch(
  request: Request | PlainRequest,
  headers: Headers,
  body: string | Uint8Array<ArrayBuffer> | undefined,
  extension: object | undefined,
  { parseAs, fetch }: RunningCall,
  { signal }: AbortController,
): Promise<Response> {
  const { parts } = request as PlainRequest;
  const source = parts ?? request;
  const init: RequestInit = {
    // Of a request, these are the members that openapi-fetch or a middleware added to it.
    ...(source as RequestInit),
    ...extension,
    method: source.method as string,
    headers,
    // The body of a stream is received after the attempt has ended.
    signal: parseAs === "stream" ? AbortSignal.any([signal, source.signal ?? signal]) : signal,
    // A redirect could carry the credentials to another host.
    redirect: "manual",
    body: body as BodyInit,
  };
  return parts ? fetch(request.url as unknown as Request, init) : dispatchCopy(request as Request, init, signal, fetch);
}

/** Sends a copy of a request, of the same class and with the same members, and keeps alive what passes the signal on. */
async function dispatchCopy(
  request: Request,
  init: RequestInit,
  signal: AbortSignal,
  fetch: FetchFunction,
): Promise<Response> {
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
