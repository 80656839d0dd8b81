import { setTimeout } from "node:timers/promises";
import type { MockResponse } from "../http/response.ts";
import { checkBody } from "./control/description.ts";

/** An injected fault; `Fault` in control.openapi.json has the bounds. */
export interface Fault {
  /** Number of requests that meet it. Default: 1. */
  times?: number;
  /** Share of the requests that meet it, from 0 to 1, until it is used up. Default: 1. */
  probability?: number;
  /** operationId of the requests that meet it; any if left out. */
  operation?: string;
  /** Project of the requests that meet it; any if left out. */
  project_id?: string;
  /** Status of the response, whose body is the example of that status. */
  status?: number;
  /** Error code, in place of the example's. */
  code?: string;
  /** Message of the error, in place of the example's. */
  message?: string;
  /** Body of the response, in place of the example. */
  body?: unknown;
  /** Seconds for a `Retry-After` header. */
  retryAfter?: number;
  /** Milliseconds before the response. */
  delay?: number | { min: number; max: number };
  /** Milliseconds over which the body is sent. */
  bodyDelay?: number;
  /** `reset` resets the connection in place of a response; `cut` ends it after half of the body. */
  connection?: "reset" | "cut";
}

/** Injected faults that are left, oldest first; `times` counts the requests that may still meet one. */
export class Faults {
  #left: (Fault & { times: number })[] = [];
  readonly #checkOperation: (name: string) => void;
  readonly #random: () => number;

  /** @param checkOperation Throws where the document has no operation of this name. */
  constructor(checkOperation: (name: string) => void, random: () => number = Math.random) {
    this.#checkOperation = checkOperation;
    this.#random = random;
  }

  /** @throws {TypeError} Where the fault is not valid. */
  add(fault: Fault, projectId?: string): void {
    checkBody("injectFault", fault, "the fault");
    if (fault.operation !== undefined) this.#checkOperation(fault.operation);
    checkFault(fault, projectId);
    this.#left.push({ times: 1, ...(projectId !== undefined && { project_id: projectId }), ...fault });
  }

  list(projectId?: string): Fault[] {
    return this.#left.filter(({ project_id }) => projectId === undefined || projectId === project_id);
  }

  /**
   * Returns the fault that applies to a valid request, and counts it as used once.
   *
   * @param hasStatus True where the request prefers a status itself, which takes precedence over that of a fault.
   */
  take(operationId: string, projectId: string | undefined, hasStatus: boolean): Fault | undefined {
    const fault = this.#left.find(
      ({ operation = operationId, project_id = projectId, status, probability = 1 }) =>
        operation === operationId &&
        project_id === projectId &&
        !(hasStatus && status !== undefined) &&
        (probability === 1 || this.#random() < probability),
    );
    if (fault && (fault.times -= 1) === 0) this.#left = this.#left.filter((other) => other !== fault);
    return fault;
  }

  /** Restores one use of a fault. */
  restore(fault: Fault): void {
    const left = this.#left.find((other) => other === fault);
    if (left) left.times += 1;
    else this.#left.unshift({ ...fault, times: 1 });
  }

  /** Removes the faults of one project, or all. */
  clear(projectId?: string): void {
    this.#left = this.#left.filter(({ project_id }) => projectId !== undefined && projectId !== project_id);
  }

  /** Returns the milliseconds before the response. */
  delayOf({ delay: given }: Fault): number | undefined {
    if (typeof given !== "object") return given;
    return given.min + this.#random() * (given.max - given.min);
  }
}

/** @throws {TypeError} Where members of a fault contradict each other, or the project of its request. */
function checkFault({ delay: wait, project_id, code, body }: Fault, projectId = project_id): void {
  if (typeof wait === "object" && wait.min > wait.max)
    throw new TypeError(`the fault is not valid: /delay/min must be <= /delay/max, not ${wait.min} with ${wait.max}`);
  if (project_id !== undefined && project_id !== projectId)
    throw new TypeError(`the fault is not valid: /project_id "${project_id}" is not that of the query, "${projectId}"`);
  if (code !== undefined && body !== undefined)
    throw new TypeError("the fault is not valid: it must have one of code, body, not both");
}

/** Returns true where a fault replaces the operation, which then changes nothing. */
export function replacesResponse({ status, connection }: Fault): boolean {
  return status !== undefined || connection === "reset";
}

/** Returns what a fault does to the bytes of a response. */
export function transmission({ connection, bodyDelay }: Fault): Pick<MockResponse, "connection" | "bodyDelay"> {
  return { ...(connection && { connection }), ...(bodyDelay !== undefined && { bodyDelay }) };
}

/** Waits for some milliseconds, if any. */
export async function delay(milliseconds: number | undefined): Promise<void> {
  if (milliseconds) await setTimeout(milliseconds);
}
