import { resolve, type Json, type OpenApiDocument, type Operation } from "../../../core/document.ts";
import { exampleOf, exampleRequest, type GivenValues } from "../../../core/example-request.ts";
import { callParameters, clientOption, identifier, key } from "../../../core/typescript.ts";
import { accessPath, camelCase, readKept, type ChainStep } from "./chain.ts";
import { HTTP_LANGUAGES, httpSamples, MOCK_CREDENTIAL, type Variables } from "./http-samples.ts";
import { sampleOf, type Sample } from "./sample.ts";

const TYPESCRIPT = { lang: "typescript", label: "TypeScript" };

/** The languages of the samples. Redoc shows only those whose label it receives. */
export const LANGUAGES = [...HTTP_LANGUAGES.slice(0, 1), TYPESCRIPT, ...HTTP_LANGUAGES.slice(1)];

/** Address of a mock that was started by hand. */
const MOCK = "http://127.0.0.1:4010";

/** Makes samples of an operation, with the first examples of the document or with values that are given, as a step of a workflow. */
export type Sampler = (operation: Operation, given?: GivenValues, step?: ChainStep) => Sample[];

/** Makes calls of an operation with the first examples of the document: plain HTTP in several languages, and the client. */
export function sampler(document: OpenApiDocument, operations: Operation[]): Sampler {
  const options = clientOptions(document, operations);
  const variables = credentialVariables(document);
  return (operation, given = {}, step) => {
    const request = exampleRequest(document, operation, given);
    const used = Object.entries(variables).filter(([header]) => header in request.headers);
    const servers: [string, string] = [serverUrl(document), MOCK];
    const [curl, ...others] = httpSamples(request, Object.fromEntries(used), servers, step?.outputs ?? []);
    return [
      ...(curl ? [curl] : []),
      typescript(document, operation, given, options, step, Object.values(variables)[0]),
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
  step: ChainStep | undefined,
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
  const args = Object.keys(params).length ? `, ${readKept(literal(params), { read: camelCase, plus: " + " })}` : "";
  const name = identifier(operation.operationId);
  const { imports, waiter } = step ?? { imports: [name] };
  const call = `await ${waiter ? `waitFor.${waiter.name}` : name}(client${args})`;
  const hasBody = Object.entries(operation.responses).some(
    ([status, { content }]) => status.startsWith("2") && content,
  );
  const returns = waiter ? waiter.returns : hasBody;
  const auth = `tokenAuth(process.env["${variable}"] ?? "")`;
  const [address = ""] = Object.entries(options).map(([option, value]) => `${option}: ${JSON.stringify(value)}`);
  const start = imports
    ? `import { createClient, tokenAuth } from "@vpcep/client";
import ${nameList(imports)} from "@vpcep/client/operations";

const client = createClient(${literal(options, { auth })});

`
    : "";
  const source = start + (step ? chained(call, returns, step) : single(call, returns));
  return sampleOf(TYPESCRIPT.lang, TYPESCRIPT.label, source, [
    [auth, `tokenAuth("${MOCK_CREDENTIAL}")`],
    [address, `baseUrl: "${MOCK}"`],
  ]);
}

function nameList(names: string[]): string {
  const line = `{ ${names.join(", ")} }`;
  return line.length < 70 ? line : `{\n  ${names.join(",\n  ")},\n}`;
}

function single(code: string, returns: boolean): string {
  return returns ? `const data = ${code};\nconsole.log(data);` : `${code};`;
}

/** The call in a program of several, where each name can be declared once. */
function chained(code: string, returns: boolean, { id, outputs }: ChainStep): string {
  if (!outputs.length) return returns ? `console.log(${code});` : `${code};`;
  const data = camelCase(`${id}_data`);
  const kept = outputs.map(({ name, path }) => {
    const access = accessPath(
      path,
      (member) => `?.${member}`,
      (index) => `?.[${index}]`,
    );
    return `const ${camelCase(name)} = ${data}${access.replace(/^\?(?=\.\w)/, "")} ?? "";\nconsole.log(${camelCase(name)});`;
  });
  return `const ${data} = ${code};\n${kept.join("\n")}`;
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
