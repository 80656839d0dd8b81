import { setTimeout as wait } from "node:timers/promises";
import { nearest } from "../did-you-mean.ts";

/** A fault that the next requests meet. */
export interface Fault {
  /** How many requests meet it; one where it is left out. */
  times?: number;
  /** Status to answer with; where it is left out, the request is only delayed. */
  status?: number;
  /** Operation (operationId) whose requests meet it; those of all where it is left out. */
  operation?: string;
  /** Project (project_id of the path) whose requests meet it; those of all where it is left out. */
  project_id?: string;
  /** Milliseconds to wait before the answer. */
  delay?: number;
  /** Seconds for a `Retry-After` header. */
  retryAfter?: number;
}

const TEXTS = ["operation", "project_id"];
const LIMITS = { times: [1, 1_000_000], status: [400, 599], delay: [0, 60_000], retryAfter: [0, 3600] } as const;

/** Faults that are still to be met, oldest first. */
export class Faults {
  #pending: (Fault & { times: number })[] = [];
  readonly #operations: () => string[];

  /** @param operations The operationIds that there are. */
  constructor(operations: () => string[]) {
    this.#operations = operations;
  }

  /** @throws {TypeError} Where a member is not known or its value cannot be meant. */
  add(fault: Fault, projectId?: string): void {
    if (typeof fault !== "object" || fault === null || Array.isArray(fault))
      throw new TypeError("a fault has to be an object");
    for (const [name, value] of Object.entries(fault)) {
      if (TEXTS.includes(name)) {
        if (typeof value !== "string") throw new TypeError(`"${name}" of a fault must be a text`);
        continue;
      }
      if (!Object.hasOwn(LIMITS, name))
        throw new TypeError(`a fault has no "${name}"; it has ${[...Object.keys(LIMITS), ...TEXTS].join(", ")}`);
      const [low, high] = LIMITS[name as keyof typeof LIMITS];
      if (!Number.isInteger(value) || value < low || value > high) {
        throw new TypeError(`"${name}" of a fault must be a number from ${low} to ${high}`);
      }
    }
    const { operation } = fault;
    const known = this.#operations();
    if (operation !== undefined && !known.includes(operation))
      throw new TypeError(`there is no operation "${operation}"; did you mean "${nearest(operation, known)}"?`);
    this.#pending.push({ times: 1, ...(projectId !== undefined && { project_id: projectId }), ...fault });
  }

  /** The fault that a request of this operation and project meets, which then is one request older. */
  take(operationId: string, projectId: string | undefined): Fault | undefined {
    if (!this.#pending.length) return undefined;
    const fault = this.#pending.find(
      ({ operation = operationId, project_id = projectId }) => operation === operationId && project_id === projectId,
    );
    if (fault && (fault.times -= 1) === 0) this.#pending = this.#pending.filter((other) => other !== fault);
    return fault;
  }

  /** Forgets the faults of one project, or all. */
  clear(projectId?: string): void {
    this.#pending = projectId === undefined ? [] : this.#pending.filter(({ project_id }) => project_id !== projectId);
  }
}

/** Waits, unless there is nothing to wait for. */
export async function delay(milliseconds: number | undefined): Promise<void> {
  if (milliseconds) await wait(milliseconds);
}
