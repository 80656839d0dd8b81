import type { CallOptions } from "../options.ts";
import type { OperationClient } from "../request/call.ts";
import { VpcepError, type Call } from "../errors/error.ts";
import { at } from "./pointer.ts";

/** Options of waiting; times are in milliseconds. */
export interface WaitOptions extends Omit<CallOptions, "timeout"> {
  /** How long to wait in all. */
  timeout?: number;
  /** Pause between two looks. */
  interval?: number;
  /** Pause before the first look, so that it does not see the state before the change. */
  delay?: number;
}

/** A state to wait for; times are in milliseconds. */
export interface Waiter {
  name: string;
  /** JSON pointer to the state, by its segments. */
  state: string[];
  success: string[];
  failure: string[];
  /** What an answer of 404 means. */
  missing: "success" | "error";
  interval: number;
  delay: number;
  timeout: number;
}

/** What was waited for did not come. */
export class WaiterError extends VpcepError {
  override name = "WaiterError";
  /** `timeout`: not in time; `failure`: a state that does not lead there; `missing`: there is no such thing. */
  declare readonly reason: "timeout" | "failure" | "missing";
  /** The state seen last; `undefined` where none was. */
  declare readonly lastState: string | undefined;
  /** The answer seen last; `undefined` where there was none. */
  declare readonly lastData: unknown;

  constructor(
    message: string,
    call: Omit<Call, "secrets">,
    details: Pick<WaiterError, "reason" | "lastState" | "lastData">,
    cause?: unknown,
  ) {
    super(message, call, details as object, cause);
  }
}

/** Asks an operation until its answer has the state. An answer without a state, such as an empty list, is asked again. */
export async function waitUntil<Params, Data, Result extends Data | undefined>(
  operation: (client: OperationClient, params: Params, options?: CallOptions) => Promise<Data>,
  client: OperationClient,
  params: Params,
  { name, state, success, failure, missing, ...times }: Waiter,
  { timeout = times.timeout, interval, delay, signal, ...options }: WaitOptions = {},
): Promise<Result> {
  // Whoever has little time wants to look soon, and often.
  const pause = interval ?? Math.min(times.interval, timeout / 10);
  let attempts = 0;
  let lastState: string | undefined;
  let lastData: Data | undefined;
  const failed = (reason: WaiterError["reason"], message: string, cause?: unknown) => {
    const text = `${message}, last state: ${lastState ?? "none"}`;
    return new WaiterError(text, { operationId: name, attempts }, { reason, lastState, lastData }, cause);
  };

  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  // A timer takes no more than 31 bits.
  const timer = setTimeout(
    () => controller.abort(failed("timeout", `it did not come within ${timeout} ms`)),
    Math.min(timeout, 2 ** 31 - 1),
  );
  try {
    if (signal?.aborted) throw signal.reason;
    await sleep(delay ?? Math.min(times.delay, interval ?? timeout, timeout / 10), controller.signal);
    for (;;) {
      attempts++;
      try {
        lastData = await operation(client, params, { ...options, signal: controller.signal });
      } catch (error) {
        if (!(error instanceof VpcepError) || error.status !== 404) throw error;
        if (missing === "success") return undefined as Result;
        throw failed("missing", "there is no such thing", error);
      }
      lastState = at(lastData, state) as string | undefined;
      if (lastState !== undefined) {
        if (success.includes(lastState)) return lastData as Result;
        if (failure.includes(lastState)) throw failed("failure", "it will not come");
      }
      await sleep(pause, controller.signal);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Waits; rejects with the signal's reason where that comes first. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
