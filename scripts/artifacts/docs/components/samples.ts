import type { Json, OpenApiDocument, Operation } from "../../../core/document.ts";
import { curlCommand, exampleOf, exampleRequest } from "../../../core/example-request.ts";
import { callParameters, clientOption, identifier, key } from "../../../core/typescript.ts";

/** A call of an operation in one language. */
export interface Sample {
  lang: string;
  label: string;
  source: string;
}

/** The languages of the samples. Redoc shows only those whose label it is told. */
export const LANGUAGES = [
  { lang: "shell", label: "curl" },
  { lang: "typescript", label: "TypeScript" },
];

/** Makes calls of an operation with the first examples of the document: by curl, and by the client. */
export function sampler(document: OpenApiDocument, operations: Operation[]): (operation: Operation) => Sample[] {
  const options = clientOptions(document, operations);
  return (operation) => {
    const sources = [curl(document, operation), typescript(document, operation, options)];
    return LANGUAGES.map((language, index) => ({ ...language, source: sources[index] ?? "" }));
  };
}

/** Address of the first server, with the defaults of its variables. */
export function serverUrl({ servers = [] }: OpenApiDocument): string {
  const [{ url, variables = {} } = { url: "" }] = servers;
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole).replace(/\/$/, "");
}

function curl(document: OpenApiDocument, operation: Operation): string {
  return curlCommand(exampleRequest(document, operation), serverUrl(document), " \\\n  ");
}

function typescript(document: OpenApiDocument, operation: Operation, options: Record<string, Json>): string {
  const { body } = exampleRequest(document, operation);
  const members = callParameters(operation).filter(({ parameter }) => parameter.required && !clientOption(parameter));
  const params = Object.fromEntries(members.map(({ field, parameter }) => [field, exampleOf(document, parameter)]));
  if (body !== undefined) params["body"] = body;
  const name = identifier(operation.operationId);
  const args = Object.keys(params).length ? `, ${literal(params)}` : "";
  const hasBody = Object.entries(operation.responses).some(
    ([status, { content }]) => status.startsWith("2") && content,
  );
  return `import { createClient, tokenAuth } from "@vpcep/client";
import { ${name} } from "@vpcep/client/operations";

const client = createClient(${literal(options, { auth: 'tokenAuth(process.env["TOKEN"] ?? "")' })});

${hasBody ? "const data = " : ""}await ${name}(client${args});
${hasBody ? "console.log(data);\n" : ""}`;
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
