import { isDeepStrictEqual } from "node:util";
import {
  jsonContent,
  resolve,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from "../core/document.ts";

export interface ShownSample {
  label: string;
  source: string;
}

/** The samples on a page of the reference. */
export function samplesIn(page: string): ShownSample[] {
  const shown = page.matchAll(/<div class="sample" data-label="([^"]*)">[^]*?<code>([^]*?)<\/code>/g);
  return [...shown].map(([, label = "", source = ""]) => ({
    label,
    source: source.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  }));
}

/** Holds the samples of an operation to call it with the first examples of the description. */
export function sampleProblems(document: OpenApiDocument, operation: Operation, samples: ShownSample[]): string[] {
  const source = (label: string) => samples.find((sample) => sample.label === label)?.source ?? "";
  return [
    ...differs(operation, "curl", curlCall(source("curl")), wantedCurl(document, operation)),
    ...differs(operation, "TypeScript", clientCall(source("TypeScript")), wantedClientCall(document, operation)),
  ];
}

function differs({ operationId }: Operation, label: string, found: unknown, wanted: unknown): string[] {
  if (isDeepStrictEqual(found, wanted)) return [];
  return [
    `the sample of ${operationId} in ${label} sends ${JSON.stringify(found)}, described as ${JSON.stringify(wanted)}`,
  ];
}

/** What a curl command sends. */
function curlCall(source: string) {
  const [method = "GET"] = source.match(/(?<=^curl -X )\w+/) ?? [];
  const quoted = [...source.matchAll(/(-H |-d |\s)'((?:[^']|'\\'')*)'/g)].map(
    ([, flag = "", text = ""]) => [flag.trim(), text.replaceAll("'\\''", "'")] as const,
  );
  const body = quoted.find(([flag]) => flag === "-d")?.[1];
  return {
    method,
    url: quoted.find(([flag]) => flag === "")?.[1],
    headers: quoted
      .filter(([flag]) => flag === "-H")
      .map(([, text]) => text.replace(/:.*/, ""))
      .sort(),
    body: body === undefined ? undefined : (JSON.parse(body) as Json),
  };
}

function wantedCurl(document: OpenApiDocument, operation: Operation) {
  const required = operation.parameters.filter(({ required }) => required);
  const value = (parameter: Parameter) => String(firstExample(document, parameter));
  const query = new URLSearchParams(
    required.filter((one) => one.in === "query").map((one): [string, string] => [one.name, value(one)]),
  );
  const path = required
    .filter((one) => one.in === "path")
    .reduce((text, one) => text.replaceAll(`{${one.name}}`, encodeURIComponent(value(one))), operation.path);
  const schemes = Object.keys(operation.security[0] ?? {}).map((name) =>
    resolve<Record<string, string>>(document, { $ref: `#/components/securitySchemes/${name}` }),
  );
  const headers = [
    ...required.filter((one) => one.in === "header").map(({ name }) => name),
    ...schemes.flatMap(({ type, in: place, name = "" }) => (type === "apiKey" && place === "header" ? [name] : [])),
  ];
  const content = jsonContent(document, operation.requestBody);
  const body = firstBody(document, operation);
  return {
    method: operation.method,
    url: server(document) + path + (query.size ? `?${query}` : ""),
    headers: [...new Set([...headers, ...(body !== undefined ? [content?.name && "Content-Type"] : [])])].sort(),
    body,
  };
}

/** What a program in TypeScript calls. */
function clientCall(source: string) {
  const [, imported] = source.match(/^import \{ (\S+) \} from "@vpcep\/client\/operations";$/m) ?? [];
  const [, called, params] = source.match(/await (\w+)\(client(?:, (\{[^]*?\}))?\);$/m) ?? [];
  const [, options = "{}"] = source.match(/createClient\((\{[^]*?\})\);$/m) ?? [];
  const evaluate = (text: string) =>
    new Function("tokenAuth", "process", `return ${text}`)(() => "token", { env: {} }) as Record<string, Json>;
  return {
    imported,
    called,
    params: params === undefined ? {} : evaluate(params),
    options: evaluate(options),
    isShown: source.includes("console.log(answer)"),
  };
}

function wantedClientCall(document: OpenApiDocument, operation: Operation) {
  const params: Record<string, Json> = {};
  const options: Record<string, Json> = {};
  const { operationId: id, responses } = operation;
  const name = id.replace(/[^\w$]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  const { variables = {} } = document.servers?.[0] ?? {};
  if (variables["region"]) options["region"] = variables["region"].default;
  else options["baseUrl"] = server(document);
  for (const item of Object.values(document.paths ?? {})) {
    const lists = [item, ...Object.values(item)].flatMap((holder) =>
      ((holder as { parameters?: Parameter[] }).parameters ?? []).map((one) => resolve(document, one)),
    );
    for (const one of lists)
      if (one["x-client-option"]) options[String(one["x-client-option"])] = firstExample(document, one);
  }
  const taken = new Set<string>();
  for (const place of ["path", "query", "header", "cookie"]) {
    for (const one of operation.parameters.filter((parameter) => parameter.in === place)) {
      const key = taken.has(one.name) || one.name === "body" ? `${place}_${one.name}` : one.name;
      taken.add(key);
      if (one.required && !one["x-client-option"]) params[key] = firstExample(document, one);
    }
  }
  const body = firstBody(document, operation);
  if (body !== undefined) params["body"] = body;
  const isShown = Object.entries(responses).some(([status, { content }]) => status.startsWith("2") && content);
  return { imported: name, called: name, params, options: { ...options, auth: "token" }, isShown };
}

function server({ servers: [first] = [] }: OpenApiDocument): string {
  const variables = Object.entries(first?.variables ?? {});
  return variables
    .reduce((url, [name, variable]) => url.replaceAll(`{${name}}`, variable.default), first?.url ?? "")
    .replace(/\/$/, "");
}

function firstBody(document: OpenApiDocument, { requestBody }: Operation): Json | undefined {
  return Object.values(jsonContent(document, requestBody)?.examples ?? {})[0]?.value;
}

function firstExample(document: OpenApiDocument, { name, examples = {}, schema = {} }: Parameter): Json {
  const [example] = Object.values(examples);
  const { examples: own = [], default: otherwise, enum: values = [] } = resolve(document, schema);
  return (
    (example && resolve(document, example).value) ??
    own[0] ??
    (otherwise as Json | undefined) ??
    values[0] ??
    `<${name}>`
  );
}
