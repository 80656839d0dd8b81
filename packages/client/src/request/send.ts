import type { AttemptEvent, Logger } from "../options.ts";
import { runAttempt, type Attempt, type AttemptInput } from "./attempt.ts";
import { createAuthenticator, type Authenticator } from "./authenticator.ts";
import { discard } from "./body.ts";
import { PlainRequest } from "./plain-request.ts";
import { toOperationError } from "./operation-error.ts";
import { rootCause } from "./retry.ts";
import { setCall, type RunningCall } from "./running-call.ts";
import { sleep } from "./time.ts";

/** Parts that all calls of a client share. */
export interface Sender {
  authenticator: Authenticator;
  logger?: Logger | undefined;
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

const withoutCredentials = createAuthenticator({ authenticate() {} });

/**
 * Sends a request as often as the retry policy and the credentials allow.
 *
 * @returns The last response, its body already read unless the caller wants a stream.
 * @throws {unknown} The error of `fetch` that no retry follows, a `VpcepTimeoutError`, or the reason of the signal.
 */
export async function send(
  given: Request | PlainRequest,
  extension: object | undefined,
  call: RunningCall,
  sender: Sender,
): Promise<Response> {
  // A body that is neither text nor missing needs a real request, which can turn it into bytes.
  const isText = given instanceof PlainRequest && typeof given.body !== "object";
  const request = given instanceof PlainRequest && !isText ? new Request(given.url, given) : (given as Request);
  const input: AttemptInput = {
    request,
    body: isText ? (given.body as string | undefined) : await readRequestBody(request),
    extension,
    call,
    authenticator: sender.authenticator,
    fetch: (target, init) => sendForCredentials(new Request(target, init), call, sender),
  };
  let refused: Attempt | undefined;
  let mayRefresh = true;
  for (let retries = 0; ;) {
    const attempt = await runAttempt(input, { refused, mayRefresh, retries });
    // Without other credentials, the 401 is the response to the call.
    if (!attempt) return finish(call, refused as Attempt);
    report(attempt, request, call, sender);
    refused = attempt.isRefused ? attempt : undefined;
    if (refused) {
      mayRefresh = false;
    } else if (attempt.retryIn === undefined) {
      return finish(call, attempt);
    } else {
      retries++;
      discard(attempt.response, attempt.abort);
      await sleep(attempt.retryIn, request.signal).finally(attempt.abort);
    }
  }
}

/** Returns the response of the last attempt, or throws its error. */
function finish(call: RunningCall, { response, buffered = response, error }: Attempt): Response {
  Object.assign(call, { response, buffered, failure: error });
  if (!buffered) throw error;
  setCall(buffered, call);
  return buffered;
}

/** Sends a request without credentials, the way the client sends its own; it is retried like an idempotent one. */
async function sendForCredentials(request: Request, call: RunningCall, sender: Sender): Promise<Response> {
  const own: RunningCall = {
    ...call,
    operationId: "authentication",
    attempts: 0,
    secrets: new Set(),
    projectId: undefined,
    parseAs: "text",
    idempotent: true,
  };
  try {
    return await send(request, undefined, own, { ...sender, authenticator: withoutCredentials });
  } catch (error) {
    throw toOperationError(own, error);
  }
}

async function readRequestBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (request.method === "GET" || request.method === "HEAD" || request.body === null) return undefined;
  return new Uint8Array(await request.arrayBuffer());
}

/** Tells the logger and the hook of the client about an attempt. */
function report(attempt: Attempt, request: Request, call: RunningCall, { logger, onAttempt }: Sender): void {
  const { response, error, retryIn, duration } = attempt;
  const { operationId, attempts } = call;
  const url = request.url.split("?")[0] as string;
  onAttempt?.({
    operationId,
    attempt: attempts,
    method: request.method,
    url,
    status: response?.status,
    error,
    duration,
    retryIn,
  });
  if (!logger) return;
  // Deno puts the address into the message.
  const outcome = response?.status ?? rootCause(error).code ?? rootCause(error).message?.replaceAll(request.url, url);
  const line = `${operationId}: ${outcome}, attempt ${attempts}`;
  logger.debug?.(line);
  if (retryIn !== undefined) logger.warn?.(`${line}, retried in ${Math.round(retryIn)} ms`);
}
