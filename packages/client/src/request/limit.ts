import { VpcepTimeoutError } from "../errors/error.ts";
import type { RunningCall } from "./running-call.ts";
import { startTimer } from "./time.ts";

/** The limit of an attempt. Its signal aborts when the limit ends the attempt; a step may ignore that. */
export interface Limit extends AbortController {
  /** Set once the request has its credentials. */
  isSent: boolean;
  /** Waits for a step; rejects with the reason as soon as the limit ends the attempt. */
  hold<T>(step: PromiseLike<T>): Promise<T>;
  /** Takes the limit away. */
  stop(): void;
}

/** Starts the limit of an attempt. It ends the attempt after the timeout of the call, and where `signal` aborts. */
export function startLimit(call: RunningCall, signal: AbortSignal | null | undefined): Limit {
  const limit = new AbortController() as Limit;
  let fail: ((reason: unknown) => void) | undefined;
  const end = (reason: unknown) => {
    fail?.(reason);
    limit.abort(reason);
  };
  const late = () => {
    const message = `no ${limit.isSent ? "response" : "credentials"} within ${call.timeout} ms; raise timeout (0: none)`;
    end(new VpcepTimeoutError(message, call));
  };
  limit.stop = startTimer(call.timeout || Infinity, late, signal, end);
  limit.hold = (step) =>
    new Promise((resolve, reject) => {
      fail = reject;
      step.then(resolve, reject);
      // Rejects where the limit ended the attempt between two steps.
      limit.signal.throwIfAborted();
    });
  return limit;
}
