import { VpcepTimeoutError } from "../errors/error.ts";
import type { OutgoingRequest } from "../auth/credentials.ts";
import type { Authenticator, Refused } from "./authenticator.ts";
import { bufferResponse, discard } from "./body.ts";
import { dispatch } from "./dispatch.ts";
import { toOperationError } from "./operation-error.ts";
import { PlainRequest } from "./plain-request.ts";
import { report, type Observers } from "./report.ts";
import { retryDelay } from "./retry.ts";
import { calls, type RunningCall } from "./running-call.ts";
import { sleep, withLimit } from "./time.ts";

/** Parts that all calls of a client share. */
export interface Sender extends Observers {
  authenticator: Authenticator;
}

/**
 * Sends a request as often as the retry policy and the credentials allow. An attempt authenticates the request, sends it, and
 * reads the response unless the request is to be retried: all under one limit.
 *
 * @param extension Members of `RequestInit` that only some implementations of `fetch` know (`requestInitExt`).
 * @returns The last response, its body already read unless the caller wants a stream.
 * @throws {unknown} The error of `fetch` that no retry follows, a `VpcepTimeoutError`, the reason of the signal, or an error of
 *   the credentials.
 */
export async function send(
  call: RunningCall,
  sender: Sender,
  request: Request | PlainRequest,
  extension?: object,
): Promise<Response> {
  const { method, url, headers: plain, signal } = request;
  const { authenticator } = sender;
  const { operationId, timeout, projectId, parseAs } = call;
  const isPlain = request instanceof PlainRequest;
  const body = isPlain ? request.body : await readBody(request);
  const fetch: OutgoingRequest["fetch"] = (target, init) => sendForCredentials(new Request(target, init), call, sender);

  const finish = (response: Response | undefined, error?: unknown) => {
    Object.assign(call, { url, response, failure: error });
    if (!response) throw error;
    if (!isPlain) calls.set(response, call);
    return response;
  };

  // Other credentials are tried once in a call.
  let mayRefresh = true;
  let refused: Refused | undefined;
  for (let retries = 0; ;) {
    const started = Date.now();
    const controller = new AbortController();
    const headers = new Headers(plain);
    const { generation } = authenticator;
    let isSent = false;
    let response: Response | undefined;
    let error: unknown;
    let retryIn: number | undefined;

    const lateError = () => {
      const awaited = isSent ? "response" : "credentials";
      return new VpcepTimeoutError(`no ${awaited} within ${timeout} ms; raise timeout, or set 0 for none`, call);
    };
    try {
      response = await withLimit(controller, signal, timeout, lateError, async () => {
        const outgoing = { method, url, headers, body, projectId, signal: controller.signal, fetch };
        const hasOthers = await authenticator.authenticate(outgoing, refused);
        if (refused && !hasOthers) return undefined;
        isSent = true;
        call.attempts++;
        call.headers.push([plain, headers]);
        const received = await dispatch(request, headers, body, extension, call, controller);
        retryIn = retryDelay(method, call, retries, received);
        return retryIn === undefined ? await bufferResponse(received, parseAs, call.isObserved) : received;
      });
    } catch (reason) {
      if (signal?.aborted || !isSent) throw reason;
      // Throws where no `fetch` can send the request; another attempt would not mend that.
      if (isPlain) request.clone();
      error = reason;
      retryIn = retryDelay(method, call, retries, undefined, error);
    }
    // Without other credentials, the 401 is the response to the call.
    if (!isSent) return finish(refused?.response);
    report(
      {
        operationId,
        attempt: call.attempts,
        method,
        url: url.split("?")[0] as string,
        status: response?.status,
        error,
        duration: Date.now() - started,
        retryIn,
      },
      sender,
    );
    if (mayRefresh && response?.status === 401) {
      mayRefresh = false;
      refused = { headers, response, generation };
      continue;
    }
    if (retryIn === undefined) return finish(response, error);
    refused = undefined;
    retries++;
    discard(response, controller);
    await sleep(retryIn, signal).finally(() => controller.abort());
  }
}

/** Sends a request without credentials, the way the client sends its own; it is retried like an idempotent one. */
async function sendForCredentials(request: Request, call: RunningCall, sender: Sender): Promise<Response> {
  const own: RunningCall = Object.assign(Object.create(call), {
    operationId: "authentication",
    projectId: undefined,
    parseAs: "text",
    // The credentials may read the response in any way.
    isObserved: true,
    idempotent: true,
    attempts: 0,
    headers: [],
  });
  try {
    return await send(own, { ...sender, authenticator: { generation: 0, authenticate() {} } }, request);
  } catch (error) {
    throw toOperationError(own, error);
  }
}

/** Reads the body of a request; `undefined` where it has none. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await request.arrayBuffer();
  return request.bodyUsed ? new Uint8Array(bytes) : undefined;
}
