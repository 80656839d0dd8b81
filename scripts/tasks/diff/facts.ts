import {
  listOperations,
  refName,
  resolve,
  type Header,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../core/document.ts";

/** Direction of a value: a request may become wider and a response narrower without breaking anybody. */
export type Direction = "request" | "response" | "none";

/** One thing that a document states, such as a field, with everything that is said of it. */
export interface Fact {
  /** Operations, servers and credentials are found by it; parts of one thing share the text before the colon. */
  subject: string;
  /** Names it in words: ``request body: field `name` ``. */
  part: string;
  direction: Direction;
  /** Statements about it, by keyword. */
  said: Record<string, Json | undefined>;
}

/** Keywords that say nothing about a value, and those that are facts of their own. */
const EXPLAINS = ["title", "description", "summary", "examples", "example", "externalDocs", "$comment"];
const OWN_FACTS = [
  "$ref",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "allOf",
  "const",
  "x-error-catalog",
];

/** Returns the facts of a document by name. A fact whose name starts with that of another is a part of it. */
export function facts(document: OpenApiDocument): Map<string, Fact> {
  const found = new Map<string, Fact>();
  const add = (name: string, subject: string, part: string, direction: Direction, said: Fact["said"] = {}) =>
    found.set(name, { subject, part, direction, said });

  for (const { url, variables = {} } of document.servers ?? []) {
    add(`server ${url}`, `server ${url}`, "", "none");
    for (const [name, { default: value, enum: values = [] }] of Object.entries(variables)) {
      add(`server ${url} ${name}`, `server ${url}`, `variable \`${name}\``, "none", { default: value });
      for (const one of values) {
        add(`server ${url} ${name} ${one}`, `server ${url}`, `variable \`${name}\`: value \`${one}\``, "none");
      }
    }
  }
  const operations = listOperations(document);
  for (const name of new Set(operations.flatMap(({ security }) => security.flatMap(Object.keys)))) {
    const scheme = resolve<Record<string, Json>>(document, { $ref: `#/components/securitySchemes/${name}` });
    add(`credential ${name}`, `credential ${name}`, "", "request", without(scheme, EXPLAINS));
  }
  for (const [name, schema] of Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>)) {
    // The client exports a type for each.
    add(`type ${name}`, `type ${name}`, "", "none");
    for (const { code, status, retry } of (schema["x-error-catalog"] ?? []) as Record<string, Json>[]) {
      add(`error code ${code}`, `error code ${code}`, "", "none", { status, retry: retry ?? false });
    }
  }
  for (const operation of operations) operationFacts(document, operation, add);
  return found;
}

type Add = (name: string, subject: string, part: string, direction: Direction, said?: Fact["said"]) => void;

function operationFacts(document: OpenApiDocument, operation: Operation, add: Add): void {
  const { operationId: id, method, path, object, parameters, requestBody, responses, security } = operation;
  const addSchema = (
    name: string,
    part: string,
    direction: Direction,
    schema: Schema | undefined,
    said: Fact["said"],
  ) =>
    schemaFacts(
      document,
      (...fact) => add(fact[0], id, ...(fact.slice(1) as [string, Direction, Fact["said"]])),
      name,
      part,
      direction,
      schema,
      said,
    );

  add(id, id, "", "none", {
    // The names of path parameters are facts of their own.
    address: `${method} ${path.replace(/\{[^{}]+\}/g, "{}")}`,
    deprecated: object.deprecated ?? false,
    tags: object.tags ?? [],
  });
  const ways = security.map((way) => Object.keys(way).sort().join(" and ") || "none");
  for (const way of ways.length ? ways : ["none"]) add(`${id} auth ${way}`, id, `authentication by ${way}`, "request");
  for (const { name, in: place, required, schema, deprecated, ...rest } of parameters) {
    const generates = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !key.startsWith("x-") || key === "x-client-option"),
    );
    const more = { deprecated: deprecated ?? false, ...without(generates, EXPLAINS) };
    addSchema(`${id} ${place} ${name}`, `${place} parameter \`${name}\``, "request", schema, {
      required: required ?? false,
      ...more,
    });
  }
  if (requestBody) {
    add(`${id} body`, id, "request body", "request", { required: requestBody.required ?? false });
    for (const [type, { schema }] of Object.entries(requestBody.content)) {
      addSchema(`${id} body ${type}`, `request body as ${type}`, "request", schema, {});
    }
  }
  for (const [status, response] of Object.entries(responses)) {
    const where = `response ${status}`;
    add(`${id} ${status}`, id, where, "response");
    for (const [type, { schema }] of Object.entries(response.content ?? {})) {
      addSchema(`${id} ${status} ${type}`, `${where} as ${type}`, "response", schema, {});
    }
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const { schema, required } = resolve<Header & { required?: boolean }>(document, header);
      addSchema(`${id} ${status} header ${name}`, `${where}: header \`${name}\``, "response", schema, {
        required: required ?? false,
      });
    }
  }
  for (const code of (object["x-error-codes"] ?? []) as string[]) {
    add(`${id} code ${code}`, id, `error code ${code}`, "none");
  }
  for (const [name, waiter] of Object.entries((object["x-waiters"] ?? {}) as Record<string, Record<string, Json>>)) {
    const { state, success = [], failure = [], missing = "", ...timing } = without(waiter, EXPLAINS);
    add(`${id} waiter ${name}`, id, `waiter \`${name}\``, "none", { state, success, failure, missing, timing });
  }
  if (object["x-pagination"]) {
    add(`${id} pagination`, id, "pagination", "none", object["x-pagination"] as Fact["said"]);
  }
  for (const [key, value] of extensionsOf(object, ["x-error-codes", "x-waiters", "x-pagination"])) {
    add(`${id} ${key}`, id, `\`${key}\``, "none", { value });
  }
}

/** Adds a schema and everything in it; `said` is the text about it at its place. */
function schemaFacts(
  document: OpenApiDocument,
  add: (name: string, part: string, direction: Direction, said: Fact["said"]) => void,
  name: string,
  part: string,
  direction: Direction,
  schema: Schema | undefined,
  said: Fact["said"],
  seen: string[] = [],
): void {
  const target = refName(schema) ?? "";
  if (target && seen.includes(target)) return;
  const inside = [...seen, target];
  const merged = mergeAllOf(document, schema ?? {});
  const { additionalProperties: extra, properties = {}, required = [], items } = merged;
  const keywords: Fact["said"] = {};
  for (const [key, value] of Object.entries(without(merged as Record<string, Json>, [...EXPLAINS, ...OWN_FACTS]))) {
    if (!key.startsWith("x-"))
      keywords[key] = isVariants(key) ? (value as Json[]).map((one) => plain(document, one)) : value;
  }
  if (merged["const"] !== undefined) keywords["enum"] = [merged["const"] as Json];
  if (keywords["uniqueItems"] === false) delete keywords["uniqueItems"];
  if (extra === false) keywords["additionalProperties"] = false;
  add(name, part, direction, { ...said, ...keywords });
  const visit = (suffix: string, field: string, child: Schema | undefined, more: Fact["said"]) =>
    schemaFacts(document, add, name + suffix, fieldOf(part, field), direction, child, more, inside);
  for (const [key, property] of Object.entries(properties)) {
    visit(` .${key}`, `.${key}`, property, { required: required.includes(key) });
  }
  if (typeof extra === "object") visit(" .*", ".*", extra as Schema, {});
  if (items) visit(" []", "[]", items, {});
}

/** Returns ``request body: field `tags[].key` ``, from the part that has a field and the rest of its path. */
function fieldOf(part: string, suffix: string): string {
  const [, before = part.replace(/ as \S+$/, ""), path = ""] = part.match(/^(.*): field `(.*)`$/) ?? [];
  return `${before}: field \`${`${path}${suffix}`.replace(/^\./, "")}\``;
}

/** A schema with what its `allOf` adds to it. */
function mergeAllOf(document: OpenApiDocument, schema: Schema): Schema {
  const own = resolve<Schema>(document, schema);
  const parts = ((own["allOf"] ?? []) as Schema[]).map((part) => mergeAllOf(document, part));
  return [...parts, own].reduce<Schema>(
    (all, each) => ({
      ...all,
      ...each,
      ...(all.properties || each.properties ? { properties: { ...all.properties, ...each.properties } } : {}),
      ...(all.required || each.required ? { required: [...(all.required ?? []), ...(each.required ?? [])] } : {}),
    }),
    {},
  );
}

const isVariants = (key: string) => key === "oneOf" || key === "anyOf";

/** A schema with its references filled in, as far as they lead to no circle, and without what only explains. */
function plain(document: OpenApiDocument, value: Json | undefined, seen: string[] = []): Json {
  if (Array.isArray(value)) return value.map((item) => plain(document, item, seen));
  if (typeof value !== "object" || value === null) return value ?? null;
  const target = refName(value as Schema);
  if (target && seen.includes(target)) return { $ref: target };
  const inside = target ? [...seen, target] : seen;
  const kept = without(resolve<Record<string, Json>>(document, value as { $ref: string }), EXPLAINS);
  return Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, plain(document, one, inside)]));
}

function without<T extends object>(object: T, names: string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name))) as Record<string, Json>;
}

function extensionsOf(object: object, own: string[]): [string, Json][] {
  const skipped = [...own, ...EXPLAINS];
  return Object.entries(object).filter(([key]) => key.startsWith("x-") && !skipped.includes(key)) as [string, Json][];
}
