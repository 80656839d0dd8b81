import { VpcepConnectionError, VpcepError, type Call } from "../errors/error.ts";
import type { CallOptions } from "../options.ts";
import { CALL_OPTIONS, checkAmount, checkNames } from "../check.ts";
import { clientParameters } from "../generated/client-options.ts";
import { checkClient, type OperationClient } from "../request/call.ts";
import { guardPath } from "../request/path.ts";
import { isPassing, isTransient, retryAfter } from "../request/retry.ts";
import { sleep, startTimer } from "../request/time.ts";
import { atItem } from "./pointer.ts";

/** One poll of the state, as `onPoll` receives it. */
export interface Poll {
  /** Number of the poll, from 1. */
  attempt: number;
  /** The state; `undefined` where the response has none, or none came. */
  state: string | undefined;
  /** The data of the response; `undefined` where none came. */
  data: unknown;
  /** The error of this poll, after which waiting goes on; `undefined` where there was none. */
  error: VpcepError | undefined;
  /** Time since the start of waiting, in milliseconds. */
  elapsed: number;
}

/**
 * Options of a waiter.
 *
 * @example
 * ```ts
 * import { waitFor } from "@vpcep/client/operations";
 *
 * const endpoint = await waitFor.endpointAccepted(
 *   client,
 *   { vpc_endpoint_id: "4189d3c2-8882-4871-a3c2-d380272eed83" },
 *   { timeout: 300_000, interval: 1_000, onPoll: ({ state, elapsed }) => console.log(`after ${elapsed} ms: ${state}`) },
 * );
 * console.log(endpoint.status);
 * ```
 */
export interface WaitOptions extends Omit<CallOptions, "timeout"> {
  /** Time limit of waiting in all, in milliseconds; 0 sets none. Default: that of the waiter, see its description. */
  timeout?: number | undefined;
  /** Pause between two polls in milliseconds. Default: that of the waiter; shorter where `timeout` is short. */
  interval?: number | undefined;
  /**
   * Pause before the first poll in milliseconds, so that it does not see the state before the change. Default: that of the waiter;
   * shorter where `interval` or `timeout` is short.
   */
  delay?: number | undefined;
  /** Called after every poll, to show progress. A promise that it returns is awaited; an error of it ends the waiting. Default: none. */
  onPoll?: ((poll: Poll) => unknown) | undefined;
}

/** A state to wait for. Times are in milliseconds. */
export interface Waiter {
  name: string;
  /** JSON pointer to the state, by its segments; `{name}` is the item of a list that the parameter `name` picks. */
  state: string[];
  success: string[];
  failure: string[];
  /** Meaning of a 404. */
  missing: "success" | "error";
  interval: number;
  delay: number;
  timeout: number;
}

/** The state that was waited for did not come. `cause` is the last error, if there was one. */
export class WaiterError extends VpcepError {
  static override readonly kind: string = "WaiterError";
  /** `timeout`: not in time; `failure`: it ended in another state; `missing`: the resource does not exist. */
  declare readonly reason: "timeout" | "failure" | "missing";
  /** The state seen last; `undefined` where none was. */
  declare readonly lastState: string | undefined;
  /** The data seen last; `undefined` where there were none. */
  declare readonly lastData: unknown;

  /** @internal */
  constructor(
    message: string,
    call: Omit<Call, "secrets">,
    details: Pick<WaiterError, "reason" | "lastState" | "lastData">,
    cause?: unknown,
  ) {
    super(message, call, details as object, cause);
  }
}

/** Takes calls, sends nothing, and refuses the parameters that a client refuses. */
const rehearsal: OperationClient = {
  async callOperation(
    _call,
    _method,
    path,
    { operationId, params }: { operationId: string; params?: { path?: object } },
  ) {
    guardPath(operationId)(path, { ...clientParameters, ...params?.path });
    return { response: new Response() };
  },
};

/**
 * Calls an operation until its response shows a state. Waiting goes on after a response without a state or with a state
 * that is not known, and after errors that pass: lost connections, 408, 429 and 5xx.
 */
export async function waitUntil<Params extends object, Data, Result extends Data | undefined>(
  operation: (client: OperationClient, params: Params, options?: CallOptions) => Promise<Data>,
  client: OperationClient,
  params: Params,
  { name, state, success, failure, missing, ...times }: Waiter,
  waitOptions?: WaitOptions | null,
): Promise<Result> {
  const { timeout = times.timeout, interval, delay, signal, onPoll, ...options } = waitOptions ?? {};
  checkClient(`${name}: the first argument`, client);
  checkNames(name, waitOptions, ["timeout", "interval", "delay", "onPoll", ...CALL_OPTIONS]);
  for (const [time, value] of Object.entries({ timeout, interval, delay })) checkAmount(name, time, value);
  const picks = state.filter((segment) => segment.startsWith("{")).map((segment) => segment.slice(1, -1));
  const unnamed = picks.find((pick) => !Object(params)[pick]);
  if (unnamed)
    throw new TypeError(`${name}: ${unnamed} is missing; without it, the state could be that of another item`);
  // Names a parameter that is mistyped or missing before the first pause.
  await operation(rehearsal, params);
  // A short time limit needs more frequent polls; 0 sets no limit.
  const most = (timeout || Infinity) / 10;
  const pause = interval ?? Math.min(times.interval, most);
  const started = Date.now();
  let attempts = 0;
  let lastState: string | undefined;
  let lastData: Data | undefined;
  let lastError: VpcepError | undefined;
  const failed = (reason: WaiterError["reason"], message: string) => {
    const seen = `last state: ${lastState ?? "none"}${lastError ? `, last error: ${lastError.message}` : ""}`;
    const details = { reason, lastState, lastData };
    return new WaiterError(`${message}; ${seen}`, { operationId: name, attempts }, details, lastError);
  };

  const controller = new AbortController();
  const abort = (reason: unknown) => controller.abort(reason);
  const late = () => abort(failed("timeout", `not reached within ${timeout} ms`));
  const stop = startTimer(timeout || Infinity, late, signal, abort);
  try {
    await sleep(delay ?? Math.min(times.delay, interval ?? most, most), controller.signal);
    for (;;) {
      attempts++;
      let data: Data | undefined;
      let error: VpcepError | undefined;
      try {
        data = await operation(client, params, { ...options, signal: controller.signal });
      } catch (cause) {
        if (!(cause instanceof VpcepError)) throw cause;
        error = lastError = cause;
        if (cause.status === 404 && missing === "success") return undefined as Result;
        if (cause.status === 404) throw failed("missing", "the resource does not exist");
        if (!(cause instanceof VpcepConnectionError ? isPassing(cause) : isTransient(cause.status))) throw cause;
      }
      const found = atItem(data, state, params) as string | undefined;
      await onPoll?.({ attempt: attempts, state: found, data, error, elapsed: Date.now() - started });
      if (data !== undefined) lastData = data;
      if (found !== undefined) {
        lastState = found;
        if (success.includes(found)) return data as Result;
        if (failure.includes(found)) throw failed("failure", "ended in another state");
      }
      const asked = (error?.headers && retryAfter(error.headers)) ?? 0;
      await sleep(Math.max(pause, asked), controller.signal);
    }
  } finally {
    stop();
  }
}
