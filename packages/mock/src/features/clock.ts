/** State of a clock that was set: its time, and whether it stands still; or its distance from the real time. */
type ClockState = { stopped: number; step: number } | { offset: number };

/** Start of the clock of a mock with a seed. */
const SEEDED_START = Date.UTC(2026, 0, 1);
/** Milliseconds by which it goes on with each request, so that transitions of some seconds end. */
const SEEDED_STEP = 1000;

/** Bounds of a time that is set, so that RFC 3339 can write it: four digits for the year, with a margin to run on. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(9998, 11, 31);

/** Clock of a stateful mock: for the times that it writes, and for transitions. Signatures are checked by the real time. */
export class Clock {
  readonly #base: () => number;
  readonly #initial: ClockState;
  #state: ClockState;

  /** @param isSeeded Starts at a fixed time and goes on by a second with each request. */
  constructor(base: () => number, isSeeded: boolean) {
    this.#base = base;
    this.#initial = isSeeded ? { stopped: SEEDED_START, step: SEEDED_STEP } : { offset: 0 };
    this.#state = { ...this.#initial };
  }

  /** Returns the time in milliseconds since 1970. */
  now(): number {
    return "stopped" in this.#state ? this.#state.stopped : this.#base() + this.#state.offset;
  }

  get isStopped(): boolean {
    return "stopped" in this.#state;
  }

  /** Notes a request. */
  tick(): void {
    if ("stopped" in this.#state) this.#state.stopped += this.#state.step;
  }

  /** Sets the time. @param isStopped Keeps it until the next call. @throws {TypeError} Where it is out of bounds. */
  set(time: number, isStopped: boolean): void {
    checkTime(time);
    this.#state = isStopped ? { stopped: time, step: 0 } : { offset: time - this.#base() };
  }

  /** @throws {TypeError} Where the time would be out of bounds. */
  advance(milliseconds: number): void {
    checkTime(this.now() + milliseconds);
    if ("stopped" in this.#state) this.#state.stopped += milliseconds;
    else this.#state.offset += milliseconds;
  }

  reset(): void {
    this.#state = { ...this.#initial };
  }

  /** State for a data file. */
  get state(): ClockState {
    return { ...this.#state };
  }

  restore(state: ClockState): void {
    this.#state = { ...state };
  }
}

function checkTime(time: number): void {
  if (time >= EARLIEST && time <= LATEST) return;
  const [from, to] = [EARLIEST, LATEST].map((bound) => new Date(bound).toISOString());
  throw new TypeError(`the time must be one from ${from} to ${to}, without leap seconds`);
}
