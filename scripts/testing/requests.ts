// Requests made from a description: valid ones, and ones with exactly one thing wrong.
import fc, { type Arbitrary } from "fast-check";
import { chooseMedia } from "../core/media.ts";
import { probesOf, type Probe } from "./probes.ts";
import {
  jsonContent,
  resolve,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Schema,
} from "../core/document.ts";

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Values that a request is written from. */
export interface RequestParts {
  parameters: Record<string, Json>;
  body: Json | undefined;
}

/** Depth beyond which a drawn value has required members only. */
const MOST = 4;

/** Values that a schema allows. */
export function valueOf(document: OpenApiDocument, schema: Schema | undefined, depth = 0): Arbitrary<Json> {
  const resolved = resolve<Schema>(document, schema ?? {});
  if (resolved.enum) return fc.constantFrom(...resolved.enum);
  if ("const" in resolved) return fc.constant(resolved["const"] as Json);
  const options = resolved["anyOf"] as Schema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => valueOf(document, option)));
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
      const range = {
        minLength: bound(resolved, "minItems", 0),
        maxLength: Math.max(
          bound(resolved, "minItems", 0),
          depth > MOST ? 0 : Math.min(bound(resolved, "maxItems", 3), 3),
        ),
      };
      const items = depth > MOST && !range.minLength ? fc.constant(null) : valueOf(document, resolved.items, depth + 1);
      const selector = (value: Json) => JSON.stringify(value);
      return resolved["uniqueItems"] ? fc.uniqueArray(items, { ...range, selector }) : fc.array(items, range);
    }
    case "object": {
      const properties = Object.entries(resolved.properties ?? {}).filter(
        ([name]) => depth < MOST || resolved.required?.includes(name),
      );
      if (!properties.length)
        return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 8 }), {
          maxKeys: 3,
          noNullPrototype: true,
        });
      const requiredKeys = (resolved.required ?? []) as never[];
      return fc.record(
        Object.fromEntries(properties.map(([name, property]) => [name, valueOf(document, property, depth + 1)])),
        {
          requiredKeys,
          noNullPrototype: true,
        },
      ) as Arbitrary<Json>;
    }
    default:
      return fc.constant("anything");
  }
}

const FORMATS: Record<string, () => Arbitrary<Json>> = {
  "date-time": () =>
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString()),
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
  const pattern = new RegExp((schema["pattern"] as string | undefined) ?? "", "u");
  const fits = (text: string) => pattern.test(text) && text.length >= range.minLength && text.length <= range.maxLength;
  const examples = (schema.examples ?? []).filter(
    (example): example is string => typeof example === "string" && fits(example),
  );
  // fast-check writes text for a pattern, but for look-around; there, words of the pattern's own alphabet are sieved.
  const written =
    pattern.source === "(?:)"
      ? fc.string(range)
      : /\(\?[=!<]/.test(pattern.source)
        ? fc.string({ ...range, unit: fc.constantFrom(..."abcxyz019_.-: ") })
        : fc.stringMatching(pattern);
  return fc.oneof(
    { arbitrary: written.filter(fits), weight: 3 },
    ...examples.map((example) => fc.constant<string>(example)),
  );
}

/** Bodies that are not JSON, by how they go over the wire. */
const OTHER_BODIES: Record<string, Json> = { text: "text", binary: "bytes", form: {}, multipart: {} };

/** Parts of a valid request; parameters and members that are not required come and go. */
export function validParts(document: OpenApiDocument, operation: Operation): Arbitrary<RequestParts> {
  const parameters = operation.parameters.map((parameter) => {
    // The examples name what a mock with a memory knows.
    const examples = Object.values(parameter.examples ?? {}).flatMap(
      (example) => resolve(document, example).value ?? [],
    );
    const value = fc
      .oneof(valueOf(document, parameter.schema), ...examples.map((example) => fc.constant(example)))
      .filter((item) => isSendable(parameter, item));
    return [key(parameter), parameter.required ? value : fc.option(value, { nil: undefined })] as const;
  });
  const content = chooseMedia(operation.requestBody?.content);
  const body =
    content?.kind === "json" ? valueOf(document, content.schema) : fc.constant(content && OTHER_BODIES[content.kind]);
  return fc.record({
    parameters: fc.record(Object.fromEntries(parameters)) as Arbitrary<Record<string, Json>>,
    body: content && !operation.requestBody?.required ? fc.option(body, { nil: undefined }) : body,
  }) as Arbitrary<RequestParts>;
}

/** A path segment that is empty or of dots alone leads elsewhere, whatever its schema says; so is an empty query value no value. */
export function isSendable({ in: place }: Parameter, value: Json): boolean {
  const text = String(value);
  return place === "path" ? !/^\.{0,2}$/.test(text) && text.isWellFormed() : text !== "" && text.isWellFormed();
}

export function key({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}

/** The headers of the first security requirement of an operation. */
function credentialHeaders(document: OpenApiDocument, { security: [first = {}] }: Operation): string[] {
  return Object.keys(first).map(
    (scheme) => resolve<{ name: string }>(document, { $ref: `#/components/securitySchemes/${scheme}` }).name,
  );
}

/** The request that the parts make, with a credential for each security scheme of the operation. */
export function write(
  document: OpenApiDocument,
  operation: Operation,
  { parameters, body }: RequestParts,
): WireRequest {
  let target = operation.path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    const value = parameters[key(parameter)];
    if (value === undefined) continue;
    if (parameter.in === "path")
      target = target.replace(`{${parameter.name}}`, () => encodeURIComponent(String(value)));
    if (parameter.in === "query") {
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      const pairs = isObject
        ? Object.entries(value).map(([member, one]) => [`${parameter.name}[${member}]`, one])
        : [value].flat().map((one) => [parameter.name, one]);
      for (const [name, one] of pairs) query.append(String(name), String(one));
    }
    if (parameter.in === "header") headers[parameter.name] = String(value);
  }
  for (const name of credentialHeaders(document, operation)) headers[name] = "credential";
  const { media = "application/json", kind } = chooseMedia(operation.requestBody?.content) ?? {};
  if (body !== undefined) headers["Content-Type"] = media;
  return {
    method: operation.method,
    target: target + (query.size ? `?${query}` : ""),
    headers,
    body:
      body === undefined ? undefined : kind === "json" ? JSON.stringify(body) : typeof body === "string" ? body : "",
  };
}

/** One thing that is wrong with a request: its name, and how the request looks with it. */
export interface Flaw {
  name: string;
  /** A word that the violation has to name: a parameter, or the place of a value in the request. */
  names: string;
  apply(parts: RequestParts): WireRequest;
}

/** Returns every flaw of every kind that an operation makes possible. */
export function flaws(document: OpenApiDocument, operation: Operation): Flaw[] {
  const found: Flaw[] = [];
  const written = (parts: RequestParts) => write(document, operation, parts);
  const add = (name: string, names: string, apply: Flaw["apply"]) => found.push({ name, names, apply });

  for (const { parameter, about, value } of parameterProbes(document, operation).filter(({ isValid }) => !isValid)) {
    const place = `${parameter.in} parameter ${parameter.name}`;
    add(`${place}:${about} ${JSON.stringify(value).slice(0, 20)}`, parameter.name, ({ parameters, body }) =>
      written({ parameters: { ...parameters, [key(parameter)]: value }, body }),
    );
  }
  for (const parameter of operation.parameters.filter(({ required, in: place }) => required && place !== "path")) {
    add(
      `no ${parameter.in} parameter ${parameter.name}`,
      parameter.name,
      ({ parameters: { [key(parameter)]: _, ...parameters }, body }) => written({ parameters, body }),
    );
  }
  const content = jsonContent(document, operation.requestBody);
  if (content) {
    const send =
      (change: (request: WireRequest) => Partial<WireRequest>): Flaw["apply"] =>
      (parts) => {
        const request = written({ ...parts, body: parts.body ?? {} });
        return { ...request, ...change(request) };
      };
    add(
      "broken JSON",
      "JSON",
      send(({ body }) => ({ body: `${body?.slice(0, -1)}` || "{" })),
    );
    add(
      "a body of another media type",
      content.name,
      send(({ headers }) => ({ headers: { ...headers, "Content-Type": "application/xml" }, body: "<a/>" })),
    );
    add(
      "a media type that is none",
      content.name,
      send(({ headers }) => ({ headers: { ...headers, "Content-Type": ";;" }, body: "<a/>" })),
    );
    if (operation.requestBody?.required) {
      add(
        "no body",
        "Body",
        send(({ headers: { "Content-Type": _, ...headers } }) => ({ headers, body: undefined })),
      );
    }
  }
  if (operation.security.length) {
    add("no credential", credentialHeaders(document, operation).join(), (parts) => {
      const request = written(parts);
      const kept = [
        "Content-Type",
        ...operation.parameters.filter((item) => item.in === "header").map(({ name }) => name),
      ];
      return {
        ...request,
        headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.includes(name))),
      };
    });
  }
  return found;
}

/** Values of parameters on both sides of what is described, as far as they can be told apart once they are text. */
export function parameterProbes(document: OpenApiDocument, operation: Operation): (Probe & { parameter: Parameter })[] {
  return operation.parameters.flatMap((parameter) => {
    const { type } = resolve<Schema>(document, parameter.schema ?? {});
    const isText = ({ value, about }: Probe) =>
      typeof value !== "object" && !(type === "string" && about.endsWith("type"));
    // An address as a whole must not be too long, whatever the parameters in it allow.
    const fits = ({ value }: Probe) => isSendable(parameter, value) && encodeURIComponent(String(value)).length < 4000;
    return probesOf(document, parameter.schema ?? {})
      .filter((probe) => isText(probe) && fits(probe))
      .map((probe) => ({ ...probe, parameter }));
  });
}

/** Bodies on both sides of everything that is described, each with one thing in it to decide. */
export function bodyProbes(document: OpenApiDocument, operation: Operation): Probe[] {
  const schema = jsonContent(document, operation.requestBody)?.schema;
  return schema ? probesOf(document, schema) : [];
}
