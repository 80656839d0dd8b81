import type { Authenticator, Refused } from "./authenticator.ts";
import { receive, discard } from "./body.ts";
import { dispatch } from "./dispatch.ts";
import { startLimit } from "./limit.ts";
import { toOperationError } from "./operation-error.ts";
import type { PlainRequest } from "./plain-request.ts";
import { report, type Observers } from "./report.ts";
import { retryDelay, withoutSecrets } from "./retry.ts";
import { calls, type RunningCall } from "./running-call.ts";
import { sleep } from "./time.ts";

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
  const { url, parts } = request as PlainRequest;
  const source = (parts ?? request) as PlainRequest["parts"];
  const { method, headers: plain, signal } = source;
  const body = parts ? parts.body : await readBody(request as Request);
  let refused: Refused | undefined;
  let response: Response | undefined;
  for (let retries = 0; ;) {
    const started = Date.now();
    const headers = new Headers(plain);
    const { generation } = sender.authenticator;
    const limit = startLimit(call, signal);
    // One for each attempt, as a `fetch` that ignores its signal may respond to an earlier attempt only now.
    let retryIn: number | undefined;
    try {
      limit.signal.throwIfAborted();
      call.failure = undefined;
      let hasOthers = sender.authenticator.authenticate(
        {
          method,
          url,
          headers,
          body,
          projectId: call.projectId,
          signal: limit.signal,
          fetch: (target, init) => sendForCredentials(call, sender, target, init),
        },
        refused,
      );
      if ((hasOthers as PromiseLike<boolean>)?.then) hasOthers = await limit.hold(hasOthers as PromiseLike<boolean>);
      // Without other credentials, the 401 is the response to the call.
      if (refused && !hasOthers) break;
      // Credentials may abort the call.
      limit.signal.throwIfAborted();
      limit.isSent = true;
      call.sent.push({ plain, headers });
      const init = {
        // Of a request, these are the members that openapi-fetch or a middleware added to it.
        ...source,
        ...extension,
        method,
        headers,
        signal: limit.signal,
        // A redirect could carry the credentials to another host.
        redirect: "manual",
        body,
      } as RequestInit;
      response = await limit.hold(
        receive(
          // Not called as a method of the call: a browser's `fetch` refuses that.
          parts ? (0, call.fetch)(url as unknown as Request, init) : dispatch(request as Request, init, call),
          (received) => (retryIn = retryDelay(method, call, retries, received)) === undefined,
          call,
        ),
      );
    } catch (reason) {
      if (signal?.aborted || !limit.isSent) throw reason;
      // Throws where no `fetch` can send the request; another attempt would not mend that.
      if (parts) new Request(url, parts);
      response = undefined;
      call.failure = withoutSecrets(reason, call.secrets);
      retryIn = retryDelay(method, call, retries, undefined, reason);
    } finally {
      limit.stop();
    }
    if (sender.logger || sender.onAttempt) {
      report(
        {
          operationId: call.operationId,
          attempt: call.attempts,
          method,
          url: url.split("?")[0] as string,
          status: response?.status,
          error: call.failure,
          duration: Date.now() - started,
          retryIn,
        },
        sender,
      );
    }
    // Other credentials are tried once in a call.
    if (!refused && response?.status === 401) {
      refused = { headers, response, generation };
      continue;
    }
    if (retryIn === undefined) break;
    retries++;
    discard(response);
    await sleep(retryIn, signal).finally(() => limit.abort());
  }
  call.url = url;
  call.response = response;
  if (!response) throw call.failure;
  if (!parts) calls.set(response, call);
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
    sent: [],
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
