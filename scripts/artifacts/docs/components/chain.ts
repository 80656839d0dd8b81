/** A step of a workflow: its samples go on from those of the steps before it. */
export interface ChainStep {
  id: string;
  /** Imports of the program in TypeScript; only the first step has them. */
  imports?: string[];
  /** The function of `waitFor` that repeats the call until the step succeeds. */
  waiter?: { name: string; returns: boolean } | undefined;
  outputs: Output[];
}

/** A value that a step keeps: its name, and the way to it in the response body. */
export interface Output {
  name: string;
  path: string[];
}

const KEPT = /\*kept\.(\w+)\*/g;
const LITERAL = /(["'`])(?:(?!\1)[^\\]|\\.)*\1/gs;

/** Stands in a request for a value that an earlier step kept. Neither a URL nor a text in code changes its characters. */
export function keptValue(name: string): string {
  return `*kept.${name}*`;
}

/** Code that reads a kept value, in one language. */
export interface Reading {
  /** Returns the code that reads the value of a name. */
  read: (name: string) => string;
  /** The operator that joins a text and code; empty where none is needed. */
  plus: string;
  /** Returns the form within a text in double quotes; left out where a language has none. */
  within?: (name: string) => string;
}

/** Puts the code that reads kept values into the texts of a program. */
export function readKept(code: string, { read, plus, within }: Reading): string {
  return code.replace(LITERAL, (literal, quote: string, offset: number) => {
    const parts = literal.slice(1, -1).split(KEPT);
    if (parts.length === 1) return literal;
    if (within && !/["$`\\!]/.test(literal))
      return `"${parts.map((part, index) => (index % 2 ? within(part) : part)).join("")}"`;
    const pieces = parts.map((part, index) => (index % 2 ? read(part) : quote + part + quote));
    const joined = pieces.filter((piece) => piece !== quote + quote).join(plus);
    return code[offset + literal.length] === "." ? `(${joined})` : joined;
  });
}

/** The way to a value as code: members after `member`, items in brackets. */
export function accessPath(
  path: string[],
  member: (name: string) => string,
  item = (index: string) => `[${index}]`,
): string {
  return path.map((segment) => (/^\d+$/.test(segment) ? item(segment) : member(segment))).join("");
}

/** A name such as `service_id` or `service-id` in camel case. */
export function camelCase(name: string): string {
  return name.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of an environment variable for a kept value. */
export function environmentName(name: string): string {
  return name.replaceAll("-", "_").toUpperCase();
}
