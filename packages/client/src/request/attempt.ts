import type { Unauthorized } from "../auth/credentials.ts";
import { VpcepTimeoutError } from "../errors/error.ts";
import type { AttemptEvent, FetchFunction } from "../options.ts";
import type { Authenticator } from "./authenticator.ts";
import { bufferResponse } from "./body.ts";
import { retryDelay, type Outcome } from "./retry.ts";
import { PlainRequest } from "./plain-request.ts";
import type { RunningCall } from "./running-call.ts";
import { withLimit } from "./time.ts";

/** Input that all attempts of a call share. */
export interface AttemptInput {
  request: Request;
  /** The body of the request, which can be sent again. */
  body: string | Uint8Array<ArrayBuffer> | undefined;
  /** Members of `RequestInit` that only some implementations of `fetch` know (`requestInitExt`). */
  extension: object | undefined;
  call: RunningCall;
  authenticator: Authenticator;
  /** Sends a request of the credentials themselves, such as a login. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** An attempt that ended. */
export interface Attempt extends Outcome {
  /** The headers that were sent. */
  headers: Headers;
  /** The response with its body read; `undefined` where the request is retried. */
  buffered?: Response;
  /** True where the server refused the credentials and other ones may be tried. */
  isRefused: boolean;
  /** The generation of credentials that was used. */
  generation: number;
  duration: AttemptEvent["duration"];
  /** Pause before the request is retried; `undefined` where it is not. */
  retryIn: number | undefined;
  /** Closes the connection where the response is still being received. */
  abort(): void;
}

/** Shorter values of headers are not looked for in errors: they would be found in words. */
const SHORTEST_SECRET = 8;

/** Headers of credentials that are no secrets. */
const PUBLIC_HEADERS = /^x-(project-id|domain-id|sdk-date)$/;

/** Headers of the caller's own that are secrets. */
const SECRET_HEADERS = /authorization|cookie|token|secret|key/;

/**
 * Keeps the requests that pass a signal on as long as the response is received. Node collects them otherwise, and the signal
 * reaches nobody.
 */
const held = new WeakMap<object, unknown[]>();

/** Position of an attempt within its call. */
export interface AttemptState {
  /** The attempt before, where the server refused its credentials. */
  refused: Attempt | undefined;
  /** True until other credentials were tried after a 401, which happens once in a call. */
  mayRefresh: boolean;
  /** Number of retries so far. */
  retries: number;
}

/**
 * Authenticates a request, sends it, and reads the response unless the request is to be retried: all under one limit.
 *
 * @returns `undefined` where there are no other credentials than the refused ones.
 * @throws {unknown} The reason of the signal, or an error of the credentials. A failed request is a result.
 */
export async function runAttempt(
  { request, body, extension, call, authenticator, fetch }: AttemptInput,
  { refused, mayRefresh, retries }: AttemptState,
): Promise<Attempt | undefined> {
  const { method, url, signal } = request;
  const started = Date.now();
  const controller = new AbortController();
  const headers = new Headers(request.headers);
  const attempt: Attempt = {
    headers,
    isRefused: false,
    generation: authenticator.generation,
    duration: 0,
    retryIn: undefined,
    abort: () => controller.abort(),
  };
  let isSent = false;
  const lateError = () =>
    new VpcepTimeoutError(`no ${isSent ? "response" : "credentials"} within ${call.timeout} ms`, call);
  try {
    await withLimit(controller, signal, call.timeout, lateError, async () => {
      const outgoing = { method, url, headers, body, projectId: call.projectId, signal: controller.signal, fetch };
      const unauthorized =
        refused?.response && ({ headers: refused.headers, response: refused.response } satisfies Unauthorized);
      if (!(await authenticator.authenticate(outgoing, unauthorized, refused?.generation))) return;
      for (const [name, value] of headers) {
        const isNew = request.headers.get(name) !== value;
        const isSecret = isNew ? !PUBLIC_HEADERS.test(name) : SECRET_HEADERS.test(name);
        if (isSecret && value.length >= SHORTEST_SECRET) call.secrets.add(value);
      }
      // The body of a stream is received after the attempt has ended.
      const streamSignal =
        call.parseAs === "stream"
          ? AbortSignal.any([controller.signal, ...(signal ? [signal] : [])])
          : controller.signal;
      // A redirect could carry the credentials to another host.
      const init: RequestInit = { headers, signal: streamSignal, redirect: "manual", ...(body && { body }) };
      const outgoingRequest = copyRequest(request, init);
      const links = [request, outgoingRequest, streamSignal];
      held.set(controller, links);
      isSent = true;
      call.attempts++;
      // A stub of `fetch` may return a response rather than a promise.
      const pending = Promise.resolve(
        call.fetch
          ? sendBy(call.fetch, outgoingRequest, { ...extension, method, ...init })
          : globalThis.fetch(outgoingRequest, extension),
      );
      // A `fetch` that ignores its signal may still receive a response after the limit.
      pending.then(
        (late) => {
          // Some implementations of `fetch` have streams of their own.
          if (controller.signal.aborted) late?.body?.cancel?.().catch(() => {});
        },
        () => {},
      );
      const response = await pending;
      if (response.body) held.set(response.body, links);
      attempt.response = response;
      attempt.isRefused = response.status === 401 && mayRefresh;
      attempt.retryIn = delay();
      const isObserved = !(request instanceof PlainRequest);
      if (attempt.retryIn === undefined) attempt.buffered = await bufferResponse(response, call.parseAs, isObserved);
    });
    if (!isSent) return undefined;
  } catch (error) {
    if (signal?.aborted || !isSent) throw error;
    attempt.error = error;
    attempt.response = undefined;
    attempt.isRefused = false;
    attempt.retryIn = delay();
  }
  attempt.duration = Date.now() - started;
  return attempt;

  function delay(): number | undefined {
    return retryDelay({ method, idempotent: call.idempotent }, attempt, retries, call.retry);
  }
}

/** Copies a request, of its own class and with the members that openapi-fetch or a middleware added to it. */
function copyRequest(request: Request, init: RequestInit): Request {
  const RequestClass = request.constructor as typeof Request;
  const copy =
    request instanceof PlainRequest
      ? new Request(request.url, { ...request, ...init } as RequestInit)
      : new RequestClass(request, init);
  for (const name of Object.keys(request)) {
    if (!(name in copy)) Object.assign(copy, { [name]: request[name as keyof Request] });
  }
  return copy;
}

/**
 * Calls a `fetch` of the caller's. One that does not know the platform's `Request`, such as those of undici and node-fetch,
 * takes it for an address, and the rest from `init`.
 */
function sendBy(fetch: FetchFunction, request: Request, init: RequestInit): Promise<Response> {
  const { url } = request;
  return fetch(Object.defineProperty(request, "toString", { value: () => url }), init);
}
