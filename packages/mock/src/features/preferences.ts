import { ServiceError } from "../http/errors.ts";
import type { Query } from "../http/request.ts";

/** Preferences of a request (RFC 7240): which response the mock is to send, and when. */
export interface Preferences {
  /** Status of the response. */
  code?: number;
  /** Name of the example. */
  example?: string;
  /** Generates the body from its schema. */
  dynamic?: boolean;
  /** Seed of the generated body. */
  seed?: string;
  /** Milliseconds to wait before the response. */
  delay?: number;
}

/** Longest delay that a request may ask for, in milliseconds. */
const LONGEST_DELAY = 60_000;

/**
 * Reads `Prefer: code=404, example=Name, dynamic=true, seed=x, delay=100`, or else `__code` and so on from the query, as
 * Prism does.
 *
 * @throws {ServiceError} Where a preference has a value that is not allowed.
 */
export function readPreferences(header: string | undefined, query: Query): Preferences {
  const preferences: Preferences = {};
  for (const [name, value] of header === undefined ? fromQuery(query) : fromHeader(header)) {
    if (name === "code") preferences.code = integer(name, value, 100, 599);
    else if (name === "delay") preferences.delay = integer(name, value, 0, LONGEST_DELAY);
    else if (name === "example") preferences.example = value;
    else if (name === "seed") preferences.seed = value;
    else if (name === "dynamic") preferences.dynamic = boolean(name, value);
  }
  return preferences;
}

function* fromHeader(header: string): Generator<[string, string]> {
  for (const part of header.split(",")) {
    // What follows a semicolon is a parameter of the preference; these preferences have none.
    const [preference = ""] = part.split(";");
    const index = preference.indexOf("=");
    if (index < 0) continue;
    const value = preference.slice(index + 1).trim();
    yield [preference.slice(0, index).trim().toLowerCase(), value.replace(/^"(.*)"$/, "$1")];
  }
}

function* fromQuery(query: Query): Generator<[string, string]> {
  for (const name of ["code", "example", "dynamic", "seed", "delay"]) {
    const value = query[`__${name}`];
    if (typeof value === "string") yield [name, value];
  }
}

function integer(name: string, value: string, low: number, high: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= low && number <= high) return number;
  throw new ServiceError(
    "EndPoint.0002",
    `The preference "${name}" must be an integer from ${low} to ${high}, not "${value}".`,
  );
}

function boolean(name: string, value: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  throw new ServiceError("EndPoint.0002", `The preference "${name}" must be true or false, not "${value}".`);
}
