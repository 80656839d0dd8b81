import { resolve, type Json, type OpenApiDocument, type Operation } from "../../../core/document.ts";
import { exampleOf, exampleRequest, type GivenValues } from "../../../core/example-request.ts";
import { callParameters, clientOption, identifier, key } from "../../../core/typescript.ts";
import { HTTP_LANGUAGES, httpSamples, MOCK_CREDENTIAL, type Variables } from "./http-samples.ts";
import { sampleOf, type Sample } from "./sample.ts";

const TYPESCRIPT = { lang: "typescript", label: "TypeScript" };

/** The languages of the samples. Redoc shows only those whose label it receives. */
export const LANGUAGES = [...HTTP_LANGUAGES.slice(0, 1), TYPESCRIPT, ...HTTP_LANGUAGES.slice(1)];

/** Address of a mock that was started by hand. */
const MOCK = "http://127.0.0.1:4010";

/** Makes samples of an operation, with the first examples of the document or with values that are given. */
export type Sampler = (operation: Operation, given?: GivenValues) => Sample[];

/** Makes calls of an operation with the first examples of the document: plain HTTP in several languages, and the client. */
export function sampler(document: OpenApiDocument, operations: Operation[]): Sampler {
  const options = clientOptions(document, operations);
  const variables = credentialVariables(document);
  return (operation, given = {}) => {
    const request = exampleRequest(document, operation, given);
    const used = Object.entries(variables).filter(([header]) => header in request.headers);
    const [curl, ...others] = httpSamples(request, Object.fromEntries(used), serverUrl(document), MOCK);
    return [
      ...(curl ? [curl] : []),
      typescript(document, operation, given, options, Object.values(variables)[0]),
      ...others,
    ];
  };
}

/** Address of the first server, with the defaults of its variables. */
export function serverUrl({ servers = [] }: OpenApiDocument): string {
  const [{ url, variables = {} } = { url: "" }] = servers;
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole).replace(/\/$/, "");
}

/** Environment variables of the security schemes (`x-environment-variable`) by the headers that carry their values. */
function credentialVariables(document: OpenApiDocument): Variables {
  const schemes = Object.values(document.components?.["securitySchemes"] ?? {});
  return Object.fromEntries(
    schemes.flatMap((reference) => {
      const { name, "x-environment-variable": variable } = resolve(document, reference as Record<string, string>);
      return name && variable ? [[name, variable]] : [];
    }),
  );
}

function typescript(
  document: OpenApiDocument,
  operation: Operation,
  given: GivenValues,
  options: Record<string, Json>,
  variable = "TOKEN",
): Sample {
  const { body } = exampleRequest(document, operation, given);
  const { parameters = {} } = given;
  const members = callParameters(operation).filter(
    ({ parameter }) => (parameter.required || parameter.name in parameters) && !clientOption(parameter),
  );
  const params = Object.fromEntries(
    members.map(({ field, parameter }) => [field, parameters[parameter.name] ?? exampleOf(document, parameter)]),
  );
  if (body !== undefined) params["body"] = body;
  const name = identifier(operation.operationId);
  const args = Object.keys(params).length ? `, ${literal(params)}` : "";
  const hasBody = Object.entries(operation.responses).some(
    ([status, { content }]) => status.startsWith("2") && content,
  );
  const auth = `tokenAuth(process.env["${variable}"] ?? "")`;
  const [address = ""] = Object.entries(options).map(([option, value]) => `${option}: ${JSON.stringify(value)}`);
  const source = `import { createClient, tokenAuth } from "@vpcep/client";
import { ${name} } from "@vpcep/client/operations";

const client = createClient(${literal(options, { auth })});

${hasBody ? "const data = " : ""}await ${name}(client${args});
${hasBody ? "console.log(data);\n" : ""}`;
  return sampleOf(TYPESCRIPT.lang, TYPESCRIPT.label, source, [
    [auth, `tokenAuth("${MOCK_CREDENTIAL}")`],
    [address, `baseUrl: "${MOCK}"`],
  ]);
}
/** Options of the client: where it sends its calls, and what the calls of the description have in common. */
function clientOptions(document: OpenApiDocument, operations: Operation[]): Record<string, Json> {
  const region = document.servers?.[0]?.variables?.["region"]?.default;
  const options: Record<string, Json> = region ? { region } : { baseUrl: serverUrl(document) };
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const option = clientOption(parameter);
    if (option) options[option] = exampleOf(document, parameter);
  }
  return options;
}

/** A value as TypeScript; `code` adds members that are written as they stand. */
function literal(value: Json, code: Record<string, string> = {}, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, {}, inner))
    : Object.entries(value).map(([name, item]) => `${key(name)}: ${literal(item, {}, inner)}`);
  members.push(...Object.entries(code).map(([name, item]) => `${name}: ${item}`));
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (!members.length) return `${open}${close}`;
  const line = members.join(", ");
  if (line.length + indent.length < 70 && !line.includes("\n"))
    return Array.isArray(value) ? `[${line}]` : `{ ${line} }`;
  return `${open}\n${members.map((member) => `${inner}${member},`).join("\n")}\n${indent}${close}`;
}
