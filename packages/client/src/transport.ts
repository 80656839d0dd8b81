import type { ClientOptions } from "./client.ts";
import type { Refusal } from "./credentials.ts";
import { VpcepConnectionError, VpcepTimeoutError, type Call } from "./error.ts";
import { errorCode, retryDelay } from "./retry.ts";

/** Takes lines about requests; `console` is one. No line has a header or a body in it. */
export interface Logger {
  /** What became of an attempt. */
  debug?(message: string): void;
  /** An attempt that is repeated after a pause. */
  warn?(message: string): void;
}

/** A call with what it takes to end it early. */
export interface RunningCall extends Call {
  /** The caller's. */
  signal?: AbortSignal | null | undefined;
  /** Makes what is being waited for reject. */
  stop?(reason: unknown): void;
  /** Limits the present attempt, or ends a pause. */
  timer?: ReturnType<typeof setTimeout>;
}

/** A request to send: a real one, or its parts, whose body can be sent again as it is. */
export type SendRequest = Request | PlainRequest;

/** Stands in for a `Request` where nobody looks at it: making a real one, and reading its body back, costs time. */
export class PlainRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;

  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url });
  }
}

/** How requests are sent. */
export type Settings = Pick<ClientOptions, "auth" | "fetch" | "timeout" | "retry" | "logger"> & { projectId?: string };

/**
 * Sends a request as often as it takes. Credentials and time are new for every attempt.
 *
 * @throws {VpcepConnectionError} Where no answer came; a `VpcepTimeoutError` where it did not come in time.
 */
export async function send(request: SendRequest, settings: Settings, call: RunningCall): Promise<Response> {
  const { auth, timeout = 30_000, retry, logger, projectId } = settings;
  const { method, url } = request;
  const plain = request instanceof PlainRequest;
  const body = plain ? request.body : /^(GET|HEAD)$/.test(method) ? undefined : new Uint8Array(await request.arrayBuffer());
  const fetch = (input: string | Request, init: RequestInit) =>
    settings.fetch ? settings.fetch(new Request(input, init)) : globalThis.fetch(input, init);

  /** What `start` gives, unless the call is stopped before. */
  const unlessStopped = <T>(start: (signal: AbortSignal) => T | Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const controller = new AbortController();
      call.stop = (reason) => {
        reject(reason);
        controller.abort(reason);
      };
      if (call.signal?.aborted) call.stop(call.signal.reason);
      Promise.resolve(start(controller.signal)).then(resolve, reject);
    });

  let refusal: Refusal | undefined;
  for (let retries = 0, refused = false; ; ) {
    call.signal?.throwIfAborted();
    const headers = new Headers(request.headers);
    const added = auth.authenticate({ method, url, headers, body, projectId, fetch }, refusal);
    const others = added instanceof Promise ? await unlessStopped(() => added) : added;
    if (refusal && !others) return refusal.response;
    // An answer that has been read frees its connection for the next request.
    call.response?.arrayBuffer().catch(() => {});
    call.attempts++;
    call.response = undefined;
    let error: unknown;
    try {
      call.response = await unlessStopped((signal) => {
        const late = () => call.stop?.(new VpcepTimeoutError(`no answer within ${timeout} ms`, call));
        // A timer takes no more than 31 bits.
        if (timeout > 0 && timeout < 2 ** 31) call.timer = setTimeout(late, timeout);
        // A redirect could carry the credentials to another host.
        return fetch(plain ? url : request, { ...(request as RequestInit), body: body as BodyInit, headers, signal, redirect: "manual" });
      });
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      error = cause instanceof VpcepTimeoutError ? cause : connectionError(call, url, cause);
    }
    const { response } = call as Call;
    const outcome = () => `${method} ${new URL(url).pathname}: ${response?.status ?? error}, attempt ${call.attempts}`;
    logger?.debug?.(outcome());
    refusal = response?.status === 401 && !refused ? { headers, response } : undefined;
    const delay = refusal ? 0 : retryDelay(method, response, error, retries++, retry);
    if (delay === undefined) {
      if (response) return response;
      throw error;
    }
    clearTimeout(call.timer);
    if (refusal) {
      refused = true;
      continue;
    }
    logger?.warn?.(`${outcome()}, repeated in ${Math.round(delay)} ms`);
    await unlessStopped(() => new Promise((resolve) => (call.timer = setTimeout(resolve, delay))));
  }
}

export function connectionError(call: Call, url: string, cause: unknown): VpcepConnectionError {
  const why = errorCode(cause) || (cause as Error)?.message;
  return new VpcepConnectionError(`no answer from ${new URL(url).host}: ${why}`, call, {}, cause);
}
