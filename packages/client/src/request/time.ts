/** The longest time that `setTimeout` can wait; longer ones fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Calls `onEnd` after a time in milliseconds, or `onAbort` with the reason of the signal where that aborts first.
 *
 * @returns A function that stops both.
 */
export function startTimer(
  milliseconds: number,
  onEnd: () => void,
  signal?: AbortSignal | null,
  onAbort?: (reason: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  const abort = () => {
    stop();
    onAbort?.(signal?.reason);
  };
  const end = () => {
    stop();
    onEnd();
  };
  const wait = (rest: number) => {
    timer = setTimeout(rest > MAX_TIMER ? wait : end, Math.min(rest, MAX_TIMER), rest - MAX_TIMER);
  };
  signal?.addEventListener("abort", abort);
  if (milliseconds < Infinity) wait(milliseconds);
  if (signal?.aborted) abort();
  return stop;
}

/** Waits; rejects with the reason of the signal where it aborts first. */
export function sleep(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => startTimer(milliseconds, resolve, signal, reject));
}

/**
 * Runs `task` under a time limit, none where it is 0, and a signal. Where either ends it, the promise rejects at once, and
 * `controller` aborts with the same reason.
 *
 * @param lateError Makes the error for the end of the time limit.
 */
export function withLimit<T>(
  controller: AbortController,
  signal: AbortSignal | null | undefined,
  milliseconds: number,
  lateError: () => Error,
  task: () => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    const stop = startTimer(milliseconds || Infinity, () => end(lateError()), signal, end);
    if (!signal?.aborted) task().then(resolve, reject).then(stop);
  });
}
