import {
  jsonContent,
  resolve,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Schema,
} from "./document.ts";

/** A request as the description's first examples make it. */
export interface ExampleRequest {
  method: string;
  /** Path and query, encoded. */
  target: string;
  /** Headers of the security schemes, with a placeholder for a value, and of the body. */
  headers: Record<string, string>;
  body: Json | undefined;
}

/** Values of a request that take the place of the first examples. */
export interface GivenValues {
  /** Values of parameters by their names; an optional parameter is sent only where it is given. */
  parameters?: Record<string, Json>;
  body?: Json | undefined;
}

/** Fills an operation with the first example of its body and of each parameter that is required, or with values that are given. */
export function exampleRequest(
  document: OpenApiDocument,
  operation: Operation,
  given: GivenValues = {},
): ExampleRequest {
  let target = operation.path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    const { name, in: place, required } = parameter;
    if (!required && given.parameters?.[name] === undefined) continue;
    const value = given.parameters?.[name] ?? exampleOf(document, parameter);
    if (place === "path") target = target.replaceAll(`{${name}}`, encodeURIComponent(String(value)));
    if (place === "query") query.append(name, String(value));
    if (place === "header") headers[name] = String(value);
  }
  for (const scheme of Object.keys(operation.security[0] ?? {})) {
    const {
      type,
      in: place,
      name,
    } = resolve<Record<string, string>>(document, {
      $ref: `#/components/securitySchemes/${scheme}`,
    });
    if (type === "apiKey" && place === "header" && name) headers[name] = scheme.toLowerCase();
  }
  const content = jsonContent(document, operation.requestBody);
  const body = given.body ?? (content && Object.values(content.examples)[0]?.value);
  if (body !== undefined) headers["Content-Type"] = content?.name ?? "";
  const search = query.size ? `?${query}` : "";
  return { method: operation.method, target: target + search, headers, body };
}

/** The first example of a parameter, or else of its schema; where there is none, its name as a placeholder. */
export function exampleOf(document: OpenApiDocument, { name, examples = {}, schema = {} }: Parameter): Json {
  const example = Object.values(examples)[0];
  const { examples: ofSchema = [], enum: values = [], default: fallback } = resolve<Schema>(document, schema);
  return (
    (example && resolve(document, example).value) ??
    ofSchema[0] ??
    (fallback as Json | undefined) ??
    values[0] ??
    `<${name}>`
  );
}

/** The request as a curl command for a shell; `separator` stands between its parts. */
export function curlCommand(
  { method, target, headers, body }: ExampleRequest,
  baseUrl: string,
  separator = " ",
): string {
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const parts = [method === "GET" ? "curl" : `curl -X ${method}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`-d ${quote(JSON.stringify(body, null, separator === " " ? 0 : 2))}`);
  return [...parts, quote(baseUrl + target)].join(separator);
}
