// Requests made from a description: valid ones, and ones with exactly one thing wrong.
import fc, { type Arbitrary } from "fast-check";
import { jsonContent, resolve, type Json, type OpenApiDocument, type Operation, type Parameter, type Schema } from "../lib/document.ts";

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What a request is made of before it is written down. */
export interface RequestParts {
  parameters: Record<string, Json>;
  body: Json | undefined;
}

/** Values that a schema allows. */
export function valueOf(document: OpenApiDocument, schema: Schema | undefined): Arbitrary<Json> {
  const resolved = resolve<Schema>(document, schema ?? {});
  if (resolved.enum) return fc.constantFrom(...resolved.enum);
  if ("const" in resolved) return fc.constant(resolved["const"] as Json);
  switch (Array.isArray(resolved.type) ? resolved.type[0] : resolved.type) {
    case "string":
      return textOf(resolved);
    case "integer":
    case "number":
      return fc.integer({ min: bound(resolved, "minimum", -1e6), max: bound(resolved, "maximum", 1e6) });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const range = { minLength: bound(resolved, "minItems", 0), maxLength: Math.min(bound(resolved, "maxItems", 3), 3) };
      const items = valueOf(document, resolved.items);
      const selector = (value: Json) => JSON.stringify(value);
      return resolved["uniqueItems"] ? fc.uniqueArray(items, { ...range, selector }) : fc.array(items, range);
    }
    case "object": {
      const properties = Object.entries(resolved.properties ?? {});
      if (!properties.length) return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 8 }), { maxKeys: 3 });
      const requiredKeys = (resolved.required ?? []) as never[];
      return fc.record(Object.fromEntries(properties.map(([name, property]) => [name, valueOf(document, property)])), {
        requiredKeys,
        noNullPrototype: true,
      }) as Arbitrary<Json>;
    }
    default:
      return fc.constant("anything");
  }
}

const FORMATS: Record<string, () => Arbitrary<Json>> = {
  "date-time": () => fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString()),
  ipv4: () => fc.ipV4(),
  ipv6: () => fc.ipV6(),
  uri: () => fc.webUrl(),
  uuid: () => fc.uuid(),
};

function bound(schema: Schema, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === "number" ? value : otherwise;
}

function textOf(schema: Schema): Arbitrary<Json> {
  const format = FORMATS[schema["format"] as string];
  if (format) return format();
  const range = { minLength: bound(schema, "minLength", 0), maxLength: Math.min(bound(schema, "maxLength", 40), 40) };
  if (typeof schema["pattern"] !== "string") return fc.string(range);
  const pattern = new RegExp(schema["pattern"], "u");
  const fits = (text: string) => pattern.test(text) && text.length >= range.minLength && text.length <= range.maxLength;
  const examples = (schema.examples ?? []).filter((example): example is string => typeof example === "string" && fits(example));
  // fast-check writes text for a pattern, but for look-around; there, words of the pattern's own alphabet are sieved.
  const written = /\(\?[=!<]/.test(schema["pattern"]) ? fc.string({ ...range, unit: fc.constantFrom(..."abcxyz019_.-: ") }) : fc.stringMatching(pattern);
  return fc.oneof({ arbitrary: written.filter(fits), weight: 3 }, ...examples.map((example) => fc.constant<string>(example)));
}

/** Parts of a valid request; parameters and members that are not required come and go. */
export function validParts(document: OpenApiDocument, operation: Operation): Arbitrary<RequestParts> {
  const parameters = operation.parameters.map((parameter) => {
    const value = valueOf(document, parameter.schema).filter((item) => isSendable(parameter, item));
    return [key(parameter), parameter.required ? value : fc.option(value, { nil: undefined })] as const;
  });
  const content = jsonContent(document, operation.requestBody);
  const body = content ? valueOf(document, content.schema) : fc.constant(undefined);
  return fc.record({
    parameters: fc.record(Object.fromEntries(parameters)) as Arbitrary<Record<string, Json>>,
    body: operation.requestBody?.required === false ? fc.option(body, { nil: undefined }) : body,
  }) as Arbitrary<RequestParts>;
}

/** A path segment that is empty or of dots alone leads elsewhere, whatever its schema says; so is an empty query value no value. */
function isSendable({ in: place }: Parameter, value: Json): boolean {
  const text = String(value);
  return place === "path" ? !/^\.{0,2}$/.test(text) && text.isWellFormed() : text !== "" && text.isWellFormed();
}

function key({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}

/** The request that the parts make, with a credential for each security scheme of the operation. */
export function write(document: OpenApiDocument, operation: Operation, { parameters, body }: RequestParts): WireRequest {
  let target = operation.path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    const value = parameters[key(parameter)];
    if (value === undefined) continue;
    if (parameter.in === "path") target = target.replace(`{${parameter.name}}`, () => encodeURIComponent(String(value)));
    if (parameter.in === "query") query.append(parameter.name, String(value));
    if (parameter.in === "header") headers[parameter.name] = String(value);
  }
  for (const scheme of Object.keys(operation.security[0] ?? {})) {
    const { name } = resolve<{ name: string }>(document, { $ref: `#/components/securitySchemes/${scheme}` });
    headers[name] = "credential";
  }
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return {
    method: operation.method,
    target: target + (query.size ? `?${query}` : ""),
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** One thing that is wrong with a request: its name, and how the request looks with it. */
export interface Flaw {
  name: string;
  apply(parts: RequestParts): WireRequest;
}

/** Every flaw of every kind that an operation's description makes possible. */
export function flaws(document: OpenApiDocument, operation: Operation): Flaw[] {
  const found: Flaw[] = [];
  const written = (parts: RequestParts) => write(document, operation, parts);
  const add = (name: string, apply: Flaw["apply"]) => found.push({ name, apply });

  for (const parameter of operation.parameters) {
    for (const [what, value] of wrongValues(document, parameter.schema)) {
      // In a path or query everything is text, so that text cannot be of the wrong type.
      if (what === "of the wrong type" && resolve<Schema>(document, parameter.schema ?? {}).type === "string") continue;
      if (!isSendable(parameter, value)) continue;
      add(`${parameter.in} parameter ${parameter.name} ${what}`, ({ parameters, body }) =>
        written({ parameters: { ...parameters, [key(parameter)]: value }, body }),
      );
    }
  }
  const content = jsonContent(document, operation.requestBody);
  if (content) {
    const send = (change: (request: WireRequest) => Partial<WireRequest>): Flaw["apply"] => (parts) => {
      const request = written({ ...parts, body: parts.body ?? {} });
      return { ...request, ...change(request) };
    };
    add("broken JSON", send(({ body }) => ({ body: `${body?.slice(0, -1)}` || "{" })));
    add("a body of another media type", send(({ headers }) => ({ headers: { ...headers, "Content-Type": "application/xml" }, body: "<a/>" })));
    if (operation.requestBody?.required) {
      add("no body", send(({ headers: { "Content-Type": _, ...headers } }) => ({ headers, body: undefined })));
    }
    for (const [what, value] of wrongValues(document, content.schema)) add(`a body ${what}`, send(() => ({ body: JSON.stringify(value) })));
    const schema = resolve<Schema>(document, content.schema ?? {});
    for (const name of schema.required ?? []) {
      add(`a body without ${name}`, (parts) => {
        const { [name]: _, ...body } = parts.body as Record<string, Json>;
        return written({ ...parts, body });
      });
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      for (const [what, value] of wrongValues(document, property)) {
        add(`body member ${name} ${what}`, (parts) => written({ ...parts, body: { ...(parts.body as Record<string, Json>), [name]: value } }));
      }
    }
  }
  if (operation.security.length) {
    add("no credential", (parts) => {
      const request = written(parts);
      const kept = ["Content-Type", ...operation.parameters.filter((item) => item.in === "header").map(({ name }) => name)];
      return { ...request, headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.includes(name))) };
    });
  }
  return found;
}

/** Values that a schema refuses, each with what is wrong. */
function wrongValues(document: OpenApiDocument, schema: Schema | undefined): [string, Json][] {
  const resolved = resolve<Schema>(document, schema ?? {});
  const wrong: [string, Json][] = [];
  const wrongTypes: Record<string, Json> = { string: 7, integer: "seven", number: "seven", boolean: "maybe", array: "none", object: [] };
  const other = typeof resolved.type === "string" ? wrongTypes[resolved.type] : undefined;
  if (other !== undefined) wrong.push(["of the wrong type", other]);
  if (resolved.enum) wrong.push(["outside of its closed set", "no such value"]);
  if (typeof resolved["maximum"] === "number" && resolved["maximum"] < Number.MAX_SAFE_INTEGER) wrong.push(["above its range", resolved["maximum"] + 1]);
  if (typeof resolved["minimum"] === "number") wrong.push(["below its range", resolved["minimum"] - 1]);
  if (typeof resolved["maxLength"] === "number" && !resolved.enum) wrong.push(["too long", "x".repeat(resolved["maxLength"] + 1)]);
  return wrong;
}
