/** The longest time that `setTimeout` can wait; longer ones fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** Starts a timer; none for a time that is 0, negative or longer than a timer can wait. Returns a function that stops it. */
export function startTimer(milliseconds: number, onEnd: () => void): () => void {
  if (!(milliseconds > 0 && milliseconds <= MAX_TIMER)) return () => {};
  const timer = setTimeout(onEnd, milliseconds);
  return () => clearTimeout(timer);
}

/** Waits; rejects with the reason of the signal where it aborts first. */
export function sleep(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const wait = (rest: number) => {
      if (rest > MAX_TIMER) timer = setTimeout(wait, MAX_TIMER, rest - MAX_TIMER);
      else
        timer = setTimeout(() => {
          signal?.removeEventListener("abort", stop);
          resolve();
        }, rest);
    };
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener("abort", stop, { once: true });
    wait(milliseconds);
  });
}

/**
 * Runs `task` under a time limit and a signal. Where either ends it, the promise rejects at once, and the signal that
 * `task` was given aborts with the same reason.
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
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      stopTimer();
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (reason: unknown) => {
      stop();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => end(signal?.reason);
    const stopTimer = startTimer(milliseconds, () => end(lateError()));
    signal?.addEventListener("abort", onAbort);
    task().then(resolve, reject).then(stop);
  });
}
