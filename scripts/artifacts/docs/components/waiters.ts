import type { Operation } from "../../../core/document.ts";

export interface Waiter {
  description?: string;
  /** JSON pointer of the state in a response, and the states that end the waiting. */
  state: string;
  success: string[];
  /** What it means that the resource is gone. */
  missing: "success" | "error";
  delay?: number;
  interval?: number;
  timeout?: number;
}

/** Waiters of an operation: names, and what each waits for. */
export function waitersOf({ object }: Operation): [name: string, markdown: string][] {
  const waiters = Object.entries((object["x-waiters"] ?? {}) as Record<string, Waiter>);
  return waiters.map(([name, waiter]) => [name, waiting(waiter)]);
}

/** Describes a waiter in Markdown. */
export function waiting({ description = "", delay, interval, timeout }: Waiter): string {
  const often = interval
    ? ` Polls ${delay ? `first after ${delay} s, then ` : ""}every ${interval} s${timeout ? `, for ${timeout} s at most` : ""}.`
    : "";
  return `${description}${often}`;
}
