/** The longest time that `setTimeout` can wait; longer ones fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Calls `onEnd` after a time in milliseconds, and `onAbort` with the reason of the signal where that aborts.
 *
 * @returns A function that stops both.
 */
export function startTimer(
  milliseconds: number,
  onEnd: () => void,
  signal: AbortSignal | null | undefined,
  onAbort: (reason: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = milliseconds;
  const wait = () => {
    if (rest < 0) return onEnd();
    timer = setTimeout(wait, Math.min(rest, MAX_TIMER));
    rest -= MAX_TIMER;
  };
  const abort = () => onAbort(signal?.reason);
  signal?.addEventListener("abort", abort);
  if (milliseconds < Infinity) wait();
  if (signal?.aborted) abort();
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
}

/** Waits; rejects with the reason of the signal where it aborts first. */
export function sleep(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  let stop: (() => void) | undefined;
  return new Promise<void>((resolve, reject) => {
    stop = startTimer(milliseconds, resolve, signal, reject);
  }).finally(() => stop?.());
}

/** The limit of an attempt. Its signal aborts when the limit ends the attempt; a step may ignore that. */
export interface Limit extends AbortController {
  /** Waits for a step; rejects with the reason as soon as the limit ends the attempt. */
  hold<T>(step: T | PromiseLike<T>): Promise<T>;
  /** Takes the limit away. */
  stop(): void;
}

/**
 * Starts a limit. It ends the attempt after a time in milliseconds, unless that is 0, and where `signal` aborts.
 *
 * @param lateError Makes the error for the end of the time.
 */
export function startLimit(
  milliseconds: number,
  lateError: () => Error,
  signal: AbortSignal | null | undefined,
): Limit {
  const controller = new AbortController();
  let fail: ((reason: unknown) => void) | undefined;
  const end = (reason: unknown = lateError()) => {
    fail?.(reason);
    controller.abort(reason);
  };
  return Object.assign(controller, {
    stop: startTimer(milliseconds || Infinity, end, signal, end),
    hold: <T>(step: T | PromiseLike<T>) =>
      new Promise<T>((resolve, reject) => {
        fail = reject;
        Promise.resolve(step).then(resolve, reject);
        // Rejects where the limit ended the attempt between two steps.
        controller.signal.throwIfAborted();
      }),
  });
}
