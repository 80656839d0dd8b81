import type { FetchFunction } from "../options.ts";
import { PlainRequest } from "./plain-request.ts";
import type { RunningCall } from "./running-call.ts";

/** A request with what all its attempts share. */
export interface Prepared {
  request: Request | PlainRequest;
  /** The headers of the request, without credentials. */
  headers: Headers;
  /** The body of the request, which can be sent again. */
  body: string | Uint8Array<ArrayBuffer> | undefined;
  /** Members of `RequestInit` that only some implementations of `fetch` know (`requestInitExt`). */
  extension: object | undefined;
  call: RunningCall;
}

/**
 * Keeps the requests that pass a signal on as long as the response is received. Node collects them otherwise, and the signal
 * reaches nobody.
 */
const held = new WeakMap<object, unknown[]>();

/**
 * Sends a request with the headers of one attempt, by the `fetch` of the call or the global one: as `fetch(request, init)`, where
 * `init` has the parts of the request once more, for a `fetch` that does not know the platform's `Request`.
 */
export function dispatch(
  { request, body, extension, call }: Prepared,
  headers: Headers,
  controller: AbortController,
): Promise<Response> {
  const fetch = call.fetch ?? (globalThis.fetch as FetchFunction);
  const isPlain = request instanceof PlainRequest;
  const isStream = call.parseAs === "stream";
  // The body of a stream is received after the attempt has ended.
  const signal = isStream
    ? AbortSignal.any([controller.signal, request.signal ?? controller.signal])
    : controller.signal;
  const init: RequestInit = {
    ...(isPlain && request.init),
    ...extension,
    method: request.method,
    headers,
    signal,
    // A redirect could carry the credentials to another host.
    redirect: "manual",
    ...(body && { body }),
  };
  if (isPlain && !isStream && !call.fetch) {
    request.headers = headers;
    return fetch(request as unknown as Request, init);
  }
  return dispatchCopy(request, init, fetch, controller);
}

/** Sends a copy of a request, and keeps alive what passes the signal on. */
async function dispatchCopy(
  request: Request | PlainRequest,
  init: RequestInit,
  fetch: FetchFunction,
  controller: AbortController,
): Promise<Response> {
  const outgoing = copyRequest(request, init);
  const links = [request, outgoing, init.signal];
  held.set(controller, links);
  const response = await fetch(outgoing, init);
  // A `fetch` that ignores its signal may respond after the limit, and may have streams of its own.
  if (controller.signal.aborted) response?.body?.cancel?.().catch(() => {});
  if (response.body) held.set(response.body, links);
  return response;
}

/**
 * Makes a request of the same class, with the members that openapi-fetch or a middleware added to it. As text it is its address: so
 * takes it a `fetch` that does not know its class.
 */
function copyRequest(request: Request | PlainRequest, init: RequestInit): Request {
  const RequestClass = request instanceof PlainRequest ? Request : (request.constructor as typeof Request);
  const copy = new RequestClass(request, init);
  const members = request instanceof PlainRequest ? request.init : request;
  for (const [name, value] of Object.entries(members)) {
    if (!(name in copy)) Object.assign(copy, { [name]: value });
  }
  return Object.defineProperty(copy, "toString", { value: () => request.url });
}
