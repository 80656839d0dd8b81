import type { AttemptEvent, Logger } from "../options.ts";
import { runAttempt, type Attempt, type AttemptInput } from "./attempt.ts";
import { createAuthenticator, type Authenticator } from "./authenticator.ts";
import { discard } from "./body.ts";
import { PlainRequest } from "./plain-request.ts";
import { toOperationError } from "./operation-error.ts";
import { reasonOf } from "./retry.ts";
import { RunningCall, setCall } from "./running-call.ts";
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
  const request = given instanceof PlainRequest && !isText ? given.clone() : given;
  const input: AttemptInput = {
    request,
    headers: request.headers,
    body: isText ? (given.body as string | undefined) : await readRequestBody(request as Request),
    extension,
    call,
    authenticator: sender.authenticator,
    fetch: (target, init) => sendForCredentials(new Request(target, init), call, sender),
  };
  let refused: Attempt | undefined;
  // Other credentials are tried once in a call.
  let mayRefresh = true;
  for (let retries = 0; ;) {
    const attempt = await runAttempt(input, refused, retries);
    // Without other credentials, the 401 is the response to the call.
    if (!attempt) return finish(input, refused as Attempt);
    const { response, retryIn, controller } = attempt;
    report(attempt, request, call, sender);
    refused = mayRefresh && response?.status === 401 ? attempt : undefined;
    if (refused) {
      mayRefresh = false;
    } else if (retryIn === undefined) {
      return finish(input, attempt);
    } else {
      retries++;
      discard(response, controller);
      await sleep(retryIn, request.signal).finally(() => controller.abort());
    }
  }
}

/** Returns the response of the last attempt, or throws its error. */
function finish({ call, request }: AttemptInput, { response, buffered = response, error }: Attempt): Response {
  Object.assign(call, { response, buffered, failure: error, url: request.url });
  if (!buffered) throw error;
  if (!(request instanceof PlainRequest)) setCall(buffered, call);
  return buffered;
}

/** Sends a request without credentials, the way the client sends its own; it is retried like an idempotent one. */
async function sendForCredentials(request: Request, call: RunningCall, sender: Sender): Promise<Response> {
  const own = new RunningCall({
    ...call,
    operationId: "authentication",
    projectId: undefined,
    parseAs: "text",
    idempotent: true,
  });
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
function report(
  { response, error, retryIn, duration }: Attempt,
  request: { method: string; url: string },
  { operationId, attempts }: RunningCall,
  { logger, onAttempt }: Sender,
): void {
  if (!logger && !onAttempt) return;
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
  // Deno puts the address into the message; a time-out has the operation in it.
  const outcome = response?.status ?? reasonOf(error)?.replaceAll(request.url, url).replace(`${operationId}: `, "");
  const line = `${operationId}: ${outcome}, attempt ${attempts}`;
  logger?.debug?.(line);
  if (retryIn !== undefined) logger?.warn?.(`${line}, retried in ${Math.round(retryIn)} ms`);
}
