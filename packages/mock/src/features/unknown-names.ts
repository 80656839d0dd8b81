import { didYouMean, similar } from "../did-you-mean.ts";
import type { MockRequest } from "../http/request.ts";
import type { Violation } from "../http/response.ts";
import { dereference, type DocumentOperation, type MockDocument } from "../prism/document.ts";

/** Code of the warnings of this file. */
export const UNKNOWN = "unknown";

/** Most warnings that are reported of one request. */
const MOST_WARNINGS = 50;
const PREFERENCES = ["code", "example", "dynamic", "seed", "delay"];

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  patternProperties?: object;
  additionalProperties?: unknown;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/**
 * Returns a warning for each name in a request that the document does not have: query parameters and members of a JSON body,
 * which the service ignores, and headers and preferences that look like misspelt ones.
 */
export function unknownNames(
  document: MockDocument,
  operation: DocumentOperation,
  request: MockRequest,
  body: unknown,
): Violation[] {
  const warnings = [
    ...queryWarnings(document, operation, request),
    ...headerWarnings(document, operation, request),
    ...memberWarnings(document, bodySchema(document, operation), body),
  ];
  return warnings.slice(0, MOST_WARNINGS);
}

function warning(place: string, path: string[], what: string, known: string[]): Violation {
  const message = `Request ${what} is unknown${didYouMean(path.at(-1) ?? "", known)}`;
  return { location: ["request", place, ...path], severity: "Warning", code: UNKNOWN, message };
}

function queryWarnings(
  document: MockDocument,
  operation: DocumentOperation,
  { query, headers }: MockRequest,
): Violation[] {
  const sent = Object.keys(query);
  if (!sent.length) return [];
  const known = [...parameterNames(operation, "query"), ...credentialNames(document, "query")];
  const objects = operation.parameters.filter(({ style }) => style === "deepObject").map(({ name }) => name);
  const preferences = headers["prefer"] === undefined ? PREFERENCES.map((name) => `__${name}`) : [];
  return sent
    .filter((name) => ![...known, ...preferences].includes(name) && !objects.includes(name.replace(/\[.*$/s, "")))
    .map((name) => warning("query", [name], `query parameter ${name}`, known));
}

function headerWarnings(document: MockDocument, operation: DocumentOperation, { headers }: MockRequest): Violation[] {
  const declared = [...parameterNames(operation, "header"), ...credentialNames(document, "header"), "prefer"];
  const known = declared.map((name) => name.toLowerCase());
  const misspelt = Object.keys(headers).filter(
    (name) => !(name in headersOfHttp) && !known.includes(name) && similar(name, known) !== undefined,
  );
  const preferences = (headers["prefer"] ?? "")
    .split(",")
    .map((part) => part.split("=")[0]?.trim().toLowerCase() ?? "");
  const odd = preferences.filter((name) => !PREFERENCES.includes(name) && similar(name, PREFERENCES) !== undefined);
  return [
    ...misspelt.map((name) => warning("header", [name], `header ${name}`, known)),
    ...odd.map((name) => warning("header", ["prefer", name], `preference ${name}`, PREFERENCES)),
  ];
}

/** Headers of HTTP itself that are similar to ones of the API. */
const headersOfHttp: Record<string, true> = { referer: true };

/** Returns the names of parameters; an exploded object has its members in the query. */
function parameterNames({ parameters }: DocumentOperation, place: string): string[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .flatMap(({ name, schema }) => [name, ...Object.keys((schema as Schema | undefined)?.properties ?? {})]);
}

/** Returns the names of API keys in the query or in headers. */
function credentialNames(document: MockDocument, place: string): string[] {
  return Object.values(document.components?.["securitySchemes"] ?? {})
    .map((scheme) => dereference<{ type?: string; in?: string; name?: string }>(document, scheme))
    .flatMap(({ type, in: where, name }) => (type === "apiKey" && where === place && name !== undefined ? [name] : []));
}

function bodySchema(document: MockDocument, { object }: DocumentOperation): Schema | undefined {
  type Body = { content?: Record<string, { schema?: Schema }> };
  return dereference<Body>(document, object["requestBody"] ?? {}).content?.["application/json"]?.schema;
}

function* memberWarnings(
  document: MockDocument,
  schema: Schema | undefined,
  value: unknown,
  path: string[] = [],
): Generator<Violation> {
  if (schema === undefined || typeof value !== "object" || value === null) return;
  const schemas = [...applied(document, schema)];
  if (Array.isArray(value)) {
    const items = schemas.find((candidate) => candidate.items)?.items;
    for (const [index, item] of value.entries()) yield* memberWarnings(document, items, item, [...path, String(index)]);
    return;
  }
  const properties: Record<string, Schema> = Object.assign(
    {},
    ...schemas.map((candidate) => candidate.properties ?? {}),
  );
  const known = Object.keys(properties);
  // A schema that names no members, or has a rule for others, leaves them open; one that forbids them has an error.
  const isOpen =
    !known.length || schemas.some((each) => each.additionalProperties !== undefined || each.patternProperties);
  for (const [name, member] of Object.entries(value)) {
    const here = [...path, name];
    if (Object.hasOwn(properties, name)) yield* memberWarnings(document, properties[name], member, here);
    else if (!isOpen) yield warning("body", here, `body property ${here.join(".")}`, known);
  }
}

/** Yields a schema and those that apply to the same value. */
function* applied(document: MockDocument, schema: Schema, depth = 0): Generator<Schema> {
  const target = dereference<Schema>(document, schema);
  yield target;
  if (depth > 10) return;
  for (const part of [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(target.oneOf ?? [])])
    yield* applied(document, part, depth + 1);
}
