import type { Preferences } from "../prism/engine.ts";
import { ServiceError } from "../http/errors.ts";

/** What a request asks of the mock itself. */
export interface Wishes extends Preferences {
  /** Milliseconds to wait before the answer. */
  delay?: number;
}

/** Longest delay that a request may ask for, in milliseconds. */
const LONGEST_DELAY = 60_000;

/**
 * Reads `Prefer: code=404, example=Name, dynamic=true, seed=x, delay=100`, or else `__code` and its siblings of the query,
 * as Prism does.
 *
 * @throws {ServiceError} Where a value is not one that the preference can have.
 */
export function readWishes(header: string | undefined, query: Record<string, string | string[]>): Wishes {
  const wishes: Wishes = {};
  for (const [name, value] of header === undefined ? fromQuery(query) : fromHeader(header)) {
    if (name === "code") wishes.code = whole(name, value, 100, 599);
    else if (name === "delay") wishes.delay = whole(name, value, 0, LONGEST_DELAY);
    else if (name === "example") wishes.example = value;
    else if (name === "seed") wishes.seed = value;
    else if (name === "dynamic") wishes.dynamic = flag(name, value);
  }
  return wishes;
}

function* fromHeader(header: string): Generator<[string, string]> {
  for (const part of header.split(",")) {
    // Whatever follows a semicolon is a parameter of the preference, and none of ours has one.
    const [preference = ""] = part.split(";");
    const index = preference.indexOf("=");
    if (index < 0) continue;
    const value = preference.slice(index + 1).trim();
    yield [preference.slice(0, index).trim().toLowerCase(), value.replace(/^"(.*)"$/, "$1")];
  }
}

function* fromQuery(query: Record<string, string | string[]>): Generator<[string, string]> {
  for (const name of ["code", "example", "dynamic", "seed", "delay"]) {
    const value = query[`__${name}`];
    if (typeof value === "string") yield [name, value];
  }
}

function whole(name: string, value: string, low: number, high: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= low && number <= high) return number;
  throw new ServiceError("EndPoint.0002", `The preference "${name}" must be a number from ${low} to ${high}.`);
}

function flag(name: string, value: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  throw new ServiceError("EndPoint.0002", `The preference "${name}" must be true or false.`);
}
