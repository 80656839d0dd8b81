import { mergeHeaders } from "openapi-fetch";
import type { ClientOptions } from "../client.ts";
import type { Auth, Refusal } from "../auth/credentials.ts";
import { VpcepConnectionError, VpcepError, VpcepTimeoutError, type Call } from "../errors/error.ts";
import type { HeadersOptions } from "./exchange.ts";
import { retryDelay, rootCause } from "./retry.ts";

/** Takes lines about requests; `console` is one. No line has a header or a body in it. */
export interface Logger {
  /** What became of an attempt. */
  debug?(message: string): void;
  /** An attempt that is repeated after a pause. */
  warn?(message: string): void;
}

/** A call with its options and what it takes to end it early. */
export interface RunningCall extends Call, Pick<Settings, "fetch" | "timeout" | "retry"> {
  /** Project that the call is about, where it is not the client's. */
  projectId?: string | undefined;
  /** The caller's. */
  signal?: AbortSignal | null | undefined;
  /** Address of the request. */
  url?: string;
  /** Makes what is being waited for reject. */
  stop?(reason: unknown): void;
  /** Limits the present attempt, or ends a pause. */
  timer?: ReturnType<typeof setTimeout>;
}

/** A request to send: a real one, or its parts, whose body can be sent again as it is. */
export type SendRequest = Request | PlainRequest;

/** The parts of a request, with whatever else `fetch` takes. */
export interface PlainRequest {
  url: string;
  method: string;
  /** Each goes before those in front of it. */
  headers: HeadersOptions[];
  body: string | undefined;
}

/** How requests are sent. */
export type Settings = Partial<Pick<ClientOptions, "fetch" | "timeout" | "retry" | "logger" | "projectId">>;

/**
 * Sends a request as often as it takes. Credentials and time are new for every attempt.
 *
 * @param settings What holds where the call says nothing else.
 * @throws {VpcepConnectionError} Where no answer came; a `VpcepTimeoutError` where it did not come in time.
 */
export async function send(request: SendRequest, auth: Auth, settings: Settings, call: RunningCall): Promise<Response> {
  const {
    timeout = settings.timeout ?? 30_000,
    projectId = settings.projectId,
    fetch: ownFetch = settings.fetch,
    signal,
  } = call;
  const { method, url } = request;
  const plain = !("arrayBuffer" in request);
  const body = plain
    ? request.body
    : /^(GET|HEAD)$/.test(method)
      ? undefined
      : new Uint8Array(await request.arrayBuffer());
  call.url = url;
  const fetch = (input: string | Request, init: RequestInit) =>
    ownFetch ? ownFetch(new Request(input, init)) : globalThis.fetch(input, init);

  /** What `start` gives, unless the call is stopped before; ends the time limit of what was before. */
  const unlessStopped = <T>(start: () => Promise<T>, controller?: AbortController) =>
    new Promise<T>((resolve, reject) => {
      clearTimeout(call.timer);
      signal?.throwIfAborted();
      call.stop = (reason) => {
        reject(reason);
        controller?.abort(reason);
      };
      start().then(resolve, reject);
    });

  // `null` once it was used: a call is authenticated anew only once.
  let refusal: Refusal | null | undefined;
  for (let retries = 0; ;) {
    const headers = mergeHeaders(...[request.headers].flat());
    let others = auth.authenticate({ method, url, headers, body, projectId, fetch }, refusal ?? undefined);
    if (typeof others === "object") others = await unlessStopped(() => others as Promise<boolean | void>);
    if (refusal && !others) return refusal.response;
    // An answer that has been read frees its connection for the next request.
    call.response?.arrayBuffer().catch(() => {});
    call.attempts++;
    call.response = undefined;
    let response: Response | undefined;
    let error: unknown;
    try {
      const controller = new AbortController();
      response = call.response = await unlessStopped(() => {
        const late = () => call.stop?.(new VpcepTimeoutError(`no answer within ${timeout} ms`, call));
        // A timer takes no more than 31 bits.
        if (timeout > 0 && timeout < 2 ** 31) call.timer = setTimeout(late, timeout);
        return fetch(plain ? url : request, {
          ...(request as RequestInit),
          body: body as BodyInit,
          headers,
          signal: controller.signal,
          // A redirect could carry the credentials to another host.
          redirect: "manual",
        });
      }, controller);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      error = connectionError(call, cause);
    }
    const log = (level: keyof Logger, more = "") =>
      settings.logger?.[level]?.(`${call.operationId}: ${response?.status ?? error}, attempt ${call.attempts}${more}`);
    log("debug");
    if (response?.status === 401 && refusal === undefined) {
      refusal = { headers, response };
      continue;
    }
    refusal &&= null;
    const delay = retryDelay(method, response, error, retries++, { ...settings.retry, ...call.retry });
    if (delay === undefined) {
      if (response) return response;
      throw error;
    }
    log("warn", `, repeated in ${Math.round(delay)} ms`);
    await unlessStopped(() => new Promise((resolve) => (call.timer = setTimeout(resolve, delay))));
  }
}

/** What kept an answer from coming, as an error of this client. */
export function connectionError(call: RunningCall, cause: unknown): VpcepError {
  if (cause instanceof VpcepError) return cause;
  const { code, message } = rootCause(cause);
  return new VpcepConnectionError(
    `no answer from ${new URL(call.url as string).host}: ${code ?? message}`,
    call,
    {},
    cause,
  );
}
