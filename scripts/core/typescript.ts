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

/** Names that a function of a module cannot have, and those that the generated modules use themselves. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof var void while with yield " +
    "asForm asIs asMultipart call client index options OperationClient pages paginate params validators waitFor waitUntil " +
    "WaitOptions withResponse"
  ).split(" "),
);

/** Returns an identifier made of an operationId or another name; one that is reserved gets an underscore. */
export function identifier(name: string, taken: ReadonlySet<string> = RESERVED): string {
  const joined = name.replace(/[^\w$]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  const id = /^[A-Za-z_$]/.test(joined) ? joined : `_${joined}`;
  return taken.has(id) ? `${id}_` : id;
}

export function pascalCase(name: string): string {
  const id = identifier(name, new Set());
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** Returns the name of the client's class for an error status, from the name of the status. */
export function errorClass(status: string): string {
  return `Vpcep${pascalCase(status).replace(/Error$/, "")}Error`;
}

/** Returns the client option that fills in a parameter where a call leaves it out (`x-client-option`). */
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
