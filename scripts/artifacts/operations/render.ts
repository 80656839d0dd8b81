import { notice, type Rendered } from "../../core/artifact.ts";
import {
  DocumentError,
  listOperations,
  type Operation,
  type Parameter,
  type OpenApiDocument,
} from "../../core/document.ts";
import { callParameters, clientOption, docComment, identifier, key, pascalCase } from "../../core/typescript.ts";

export function render(document: OpenApiDocument): Rendered {
  const operations = listOperations(document);
  const names = new Map<string, string>();
  for (const { operationId, pointer } of operations) {
    const name = pascalCase(operationId);
    const other = names.get(name);
    if (other) throw new DocumentError(pointer, `"${operationId}" gives the same type names as "${other}"`);
    names.set(name, operationId);
  }
  return [
    `// ${notice(document)}\n`,
    'import type { CallOptions } from "../options.ts";',
    'import { call, type OperationClient } from "../request/call.ts";',
    'import type { operations } from "./schema.ts";\n',
    ...operations.map(renderOperation),
  ].join("\n");
}

function renderOperation(operation: Operation): string {
  const { operationId, method, path, object } = operation;
  const name = pascalCase(operationId);
  const type = `operations[${JSON.stringify(operationId)}]`;
  const members = callParameters(operation);
  const optional = members.every(({ parameter }) => isOptional(parameter)) && !operation.requestBody?.required;
  const fields = members.map(({ field, parameter }) => {
    const option = clientOption(parameter);
    const doc = docComment(
      [
        parameter.description,
        option && `Taken from the client's \`${option}\` where left out.`,
        deprecation(parameter),
      ],
      "  ",
    );
    const mark = isOptional(parameter) ? "?" : "";
    const group = `${type}["parameters"][${JSON.stringify(parameter.in)}]`;
    // Only the path is never left out.
    const present = parameter.in === "path" ? group : `NonNullable<${group}>`;
    return `${doc}  ${key(field)}${mark}: ${present}[${JSON.stringify(parameter.name)}];`;
  });
  if (operation.requestBody) {
    const required = operation.requestBody.required;
    const content = `NonNullable<${type}["requestBody"]>["content"]`;
    const doc = docComment([operation.requestBody.description], "  ");
    fields.push(`${doc}  body${required ? "" : "?"}: ${content}[keyof ${content}];`);
  }
  const query = members.filter(({ field, parameter }) => field === parameter.name && parameter.in === "query");
  // Where a value goes follows from the path and the names in the query; only what differs is spelled out.
  const elsewhere = members
    .filter(({ field, parameter }) => field !== parameter.name || !["path", "query"].includes(parameter.in))
    .map(({ field, parameter }) => `${key(field)}: ${JSON.stringify([parameter.in, parameter.name])}`);
  const args = [JSON.stringify(operationId), JSON.stringify(method), JSON.stringify(path), "params", "options"];
  const known = [
    ...(query.length ? [`query: ${JSON.stringify(query.map(({ field }) => field))}`] : []),
    ...(operation.requestBody ? [`body: ${Boolean(operation.requestBody.required)}`] : []),
    ...(elsewhere.length ? [`elsewhere: { ${elsewhere.join(", ")} }`] : []),
  ];
  if (known.length) args.push(`{ ${known.join(", ")} }`);
  const title = [object.summary, object.description && `\n${object.description.trim()}`, `\n\`${method} ${path}\``];
  return [
    `${docComment([`Parameters of {@link ${identifier(operationId)}}.`])}export interface ${name}Params {`,
    ...fields,
    "}\n",
    `${docComment([`Answer to {@link ${identifier(operationId)}}.`])}export type ${name}Data = ${dataType(operation, type)};\n`,
    `${docComment([...title, deprecation(object)])}export function ${identifier(operationId)}(`,
    "  client: OperationClient,",
    `  params: ${name}Params${optional ? " = {}" : ""},`,
    "  options?: CallOptions,",
    `): Promise<${name}Data> {`,
    `  return call(client, ${args.join(", ")});`,
    "}\n",
  ].join("\n");
}

function isOptional(parameter: Parameter): boolean {
  return !parameter.required || clientOption(parameter) !== undefined;
}

function deprecation({ deprecated }: { deprecated?: boolean }): string | undefined {
  return deprecated ? "@deprecated" : undefined;
}

/** Union of the bodies of all answers of success; an answer without a body is `undefined`. */
function dataType({ responses }: Operation, type: string): string {
  const types = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, { content = {} }]) => {
      const media = Object.keys(content)[0];
      // openapi-typescript writes a status as a number, and a range such as 2XX as a string.
      const member = /^\d+$/.test(status) ? status : JSON.stringify(status);
      return media ? `${type}["responses"][${member}]["content"][${JSON.stringify(media)}]` : "undefined";
    });
  return types.length ? [...new Set(types)].join(" | ") : "undefined";
}
