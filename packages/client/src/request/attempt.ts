import { VpcepTimeoutError } from "../errors/error.ts";
import type { OutgoingRequest, Unauthorized } from "../auth/credentials.ts";
import type { AttemptEvent } from "../options.ts";
import type { Authenticator } from "./authenticator.ts";
import { bufferResponse } from "./body.ts";
import { dispatch, type Prepared } from "./dispatch.ts";
import { PlainRequest } from "./plain-request.ts";
import { retryDelay, type Outcome } from "./retry.ts";
import { withLimit } from "./time.ts";

/** Input that all attempts of a call share. */
export interface AttemptInput extends Prepared {
  authenticator: Authenticator;
  /** Sends a request of the credentials themselves, such as a login. */
  fetch: OutgoingRequest["fetch"];
}

/** An attempt that ended. */
export interface Attempt extends Outcome {
  /** The headers that were sent. */
  headers: Headers;
  /** The response with its body read; `undefined` where the request is retried. */
  buffered?: Response;
  /** The generation of credentials that was used. */
  generation: number;
  duration: AttemptEvent["duration"];
  /** Pause before the request is retried; `undefined` where it is not. */
  retryIn: number | undefined;
  /** Closes the connection where the response is still being received. */
  controller: AbortController;
}

/**
 * Authenticates a request, sends it, and reads the response unless the request is to be retried: all under one limit.
 *
 * @param refused The attempt before, where the server refused its credentials and other ones are to be tried.
 * @param retries Number of retries so far.
 * @returns `undefined` where there are no other credentials than the refused ones.
 * @throws {unknown} The reason of the signal, an error of the credentials, or that of a request that cannot be made. A failed
 *   request is a result.
 */
export async function runAttempt(
  input: AttemptInput,
  refused: Attempt | undefined,
  retries: number,
): Promise<Attempt | undefined> {
  const { request, body, call, authenticator, fetch } = input;
  const { method, url, signal } = request;
  const isPlain = request instanceof PlainRequest;
  const started = Date.now();
  const headers = new Headers(input.headers);
  const controller = new AbortController();
  const { generation } = authenticator;
  const attempt: Attempt = { headers, generation, duration: 0, retryIn: undefined, controller };
  const delay = () => retryDelay({ method, idempotent: call.idempotent }, attempt, retries, call.retry);
  let isSent = false;
  const lateError = () =>
    new VpcepTimeoutError(
      `no ${isSent ? "response" : "credentials"} within ${call.timeout} ms; set timeout to a longer time, or to 0 for none`,
      call,
    );
  try {
    await withLimit(controller, signal, call.timeout, lateError, async () => {
      const outgoing = { method, url, headers, body, projectId: call.projectId, signal: controller.signal, fetch };
      const hasOthers = await authenticator.authenticate(outgoing, refused as Unauthorized, refused?.generation);
      if (refused && !hasOthers) return;
      isSent = true;
      call.attempts++;
      call.headers.push([input.headers, headers]);
      const response = await dispatch(input, headers, controller);
      attempt.response = response;
      attempt.retryIn = delay();
      if (attempt.retryIn === undefined) attempt.buffered = await bufferResponse(response, call.parseAs, !isPlain);
    });
    if (!isSent) return undefined;
  } catch (error) {
    if (signal?.aborted || !isSent) throw error;
    // Throws where no `fetch` can send the request; another attempt would not mend that.
    if (isPlain) request.clone();
    Object.assign(attempt, { error, response: undefined });
    attempt.retryIn = delay();
  }
  attempt.duration = Date.now() - started;
  return attempt;
}
