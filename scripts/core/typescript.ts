import type { Operation, Parameter } from "./document.ts";

/** A JSDoc comment, indented by `indent`; empty without text. */
export function docComment(lines: (string | undefined)[], indent = ""): string {
  const text = lines
    .filter((line) => line !== undefined)
    .join("\n")
    .trim()
    .replaceAll("*/", "*\\/");
  if (!text) return "";
  const body = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...body, `${indent} */`, ""].join("\n");
}

/** A property key, quoted only where it has to be. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** An identifier made of an operationId or another name. */
export function identifier(name: string): string {
  const joined = name.replace(/[^\w$]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  return /^[A-Za-z_$]/.test(joined) ? joined : `_${joined}`;
}

export function pascalCase(name: string): string {
  const id = identifier(name);
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** Name of a client option that a parameter is taken from where a call leaves it out (`x-client-option`). */
export function clientOption(parameter: Parameter): string | undefined {
  const option = parameter["x-client-option"];
  return typeof option === "string" ? option : undefined;
}

const LOCATIONS = ["path", "query", "header", "cookie"];

/** Returns the parameters of a call with their names in one object: a name that is taken already gets its place in front. */
export function callParameters(operation: Operation): { field: string; parameter: Parameter }[] {
  const taken = new Set(["body"]);
  return [...operation.parameters]
    .sort((a, b) => LOCATIONS.indexOf(a.in) - LOCATIONS.indexOf(b.in))
    .map((parameter) => {
      const field = taken.has(parameter.name) ? `${parameter.in}_${parameter.name}` : parameter.name;
      taken.add(field);
      return { field, parameter };
    });
}
