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
  let stop: () => void;
  return new Promise<void>((resolve, reject) => {
    stop = startTimer(milliseconds, resolve, signal, reject);
  }).finally(() => stop());
}
