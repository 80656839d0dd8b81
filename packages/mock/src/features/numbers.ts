import type { Query } from "../http/request.ts";
import type { Violation } from "../http/response.ts";
import type { DocumentOperation } from "../prism/document.ts";

const FORMS: Record<string, RegExp> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/ };

/**
 * Returns a violation for each number in path or query that is not written in decimal. Prism converts with JavaScript's
 * `Number`, which accepts `0x10`, `1e2` and blanks, and takes an empty value for a missing one.
 */
export function invalidNumbers(
  { parameters }: DocumentOperation,
  path: Record<string, string>,
  query: Query,
): Violation[] {
  return parameters.flatMap(({ name, in: place, schema }) => {
    const type = String(schema?.type);
    const values = place === "query" ? query[name] : place === "path" ? path[name] : undefined;
    const form = FORMS[type];
    if (!form || values === undefined || [values].flat().every((value) => form.test(value))) return [];
    const message = `Request ${place} parameter ${name} must be ${type}`;
    return [{ location: ["request", place, name], severity: "Error", code: "type", message }];
  });
}
