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
import { sleep, startLimit } from "./time.ts";

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
  const { authenticator, logger, onAttempt } = sender;
  const isPlain = request instanceof PlainRequest;
  const body = isPlain ? request.body : await readBody(request);
  const fetch: OutgoingRequest["fetch"] = sendForCredentials.bind(undefined, call, sender);

  // Other credentials are tried once in a call.
  let mayRefresh = true;
  let refused: Refused | undefined;
  let response: Response | undefined;
  let error: unknown;
  for (let retries = 0; ;) {
    const started = Date.now();
    const headers = new Headers(plain);
    const { generation } = authenticator;
    let isSent = false;
    let retryIn: number | undefined;
    const lateError = () => {
      const awaited = isSent ? "response" : "credentials";
      return new VpcepTimeoutError(`no ${awaited} within ${call.timeout} ms; raise timeout (0: none)`, call);
    };
    const limit = startLimit(call.timeout, lateError, signal);
    try {
      limit.signal.throwIfAborted();
      error = undefined;
      const outgoing = { method, url, headers, body, projectId: call.projectId, signal: limit.signal, fetch };
      const hasOthers = await limit.hold(authenticator.authenticate(outgoing, refused));
      // Without other credentials, the 401 is the response to the call.
      if (refused && !hasOthers) break;
      isSent = true;
      call.attempts++;
      call.headers = call.headers.concat([[plain, headers]]);
      response = await limit.hold(dispatch(request, headers, body, extension, call, limit));
      retryIn = retryDelay(method, call, retries, response);
      if (retryIn === undefined) response = await limit.hold(bufferResponse(response, call));
    } catch (reason) {
      if (signal?.aborted || !isSent) throw reason;
      // Throws where no `fetch` can send the request; another attempt would not mend that.
      if (isPlain) request.clone();
      response = undefined;
      error = reason;
      retryIn = retryDelay(method, call, retries, undefined, error);
    } finally {
      limit.stop();
    }
    if (logger || onAttempt) {
      report(
        {
          operationId: call.operationId,
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
    }
    if (mayRefresh && response?.status === 401) {
      mayRefresh = false;
      refused = { headers, response, generation };
      continue;
    }
    if (retryIn === undefined) break;
    refused = undefined;
    retries++;
    discard(response, limit);
    await sleep(retryIn, signal).finally(() => limit.abort());
  }
  Object.assign(call, { url, response, failure: error });
  if (!response) throw error;
  if (!isPlain) calls.set(response, call);
  return response;
}

/** Sends a request without credentials, the way the client sends its own; it is retried like an idempotent one. */
async function sendForCredentials(
  call: RunningCall,
  sender: Sender,
  target: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const own: RunningCall = Object.assign(Object.create(call), {
    operationId: "authentication",
    parseAs: "text",
    // The credentials may read the response in any way.
    isObserved: true,
    idempotent: true,
    attempts: 0,
    headers: [],
  });
  const withoutAuth = { ...sender, authenticator: { authenticate() {} } };
  return send(own, withoutAuth, new Request(target, init)).catch((error: unknown) => {
    throw toOperationError(own, error);
  });
}

/** Reads the body of a request; `undefined` where it has none. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await request.arrayBuffer();
  return request.bodyUsed ? new Uint8Array(bytes) : undefined;
}
