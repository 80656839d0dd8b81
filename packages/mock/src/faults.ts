import { setTimeout as wait } from "node:timers/promises";

/** A fault that the next requests meet. */
export interface Fault {
  /** How many requests meet it; one where it is left out. */
  times?: number;
  /** Status to answer with; where it is left out, the request is only delayed. */
  status?: number;
  /** Operation (operationId) whose requests meet it; those of all where it is left out. */
  operation?: string;
  /** Milliseconds to wait before the answer. */
  delay?: number;
  /** Seconds for a `Retry-After` header. */
  retryAfter?: number;
}

const LIMITS = { times: [1, 1_000_000], status: [400, 599], delay: [0, 60_000], retryAfter: [0, 3600] } as const;

/** Faults that are still to be met, oldest first. */
export class Faults {
  #pending: (Fault & { times: number })[] = [];

  /** @throws {TypeError} Where a member is not known or its value cannot be meant. */
  add(fault: Fault): void {
    for (const [name, value] of Object.entries(fault)) {
      const limits = LIMITS[name as keyof typeof LIMITS];
      if (name === "operation" && typeof value === "string") continue;
      if (!limits)
        throw new TypeError(`a fault has no "${name}"; it has times, status, operation, delay and retryAfter`);
      const [low, high] = limits;
      if (!Number.isInteger(value) || value < low || value > high) {
        throw new TypeError(`"${name}" of a fault must be a number from ${low} to ${high}`);
      }
    }
    this.#pending.push({ times: 1, ...fault });
  }

  /** The fault that a request of this operation meets, which then is one request older. */
  take(operationId: string): Fault | undefined {
    if (!this.#pending.length) return undefined;
    const fault = this.#pending.find(({ operation }) => operation === undefined || operation === operationId);
    if (fault && (fault.times -= 1) === 0) this.#pending = this.#pending.filter((other) => other !== fault);
    return fault;
  }

  clear(): void {
    this.#pending = [];
  }
}

/** Waits, unless there is nothing to wait for. */
export async function delay(milliseconds: number | undefined): Promise<void> {
  if (milliseconds) await wait(milliseconds);
}
