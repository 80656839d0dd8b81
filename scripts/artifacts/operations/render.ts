import { notice, type Rendered } from "../../core/artifact.ts";
import {
  DocumentError,
  listOperations,
  type Operation,
  type Parameter,
  type OpenApiDocument,
} from "../../core/document.ts";
import { hoverText } from "../../core/hover.ts";
import { bodiesOf, refuseOtherStyles } from "./media.ts";
import { callParameters, clientOption, docComment, identifier, key, pascalCase } from "../../core/typescript.ts";

/** Returns a function for each operation, with the types of its parameters and of its data. */
export function render(document: OpenApiDocument): Rendered {
  const operations = listOperations(document);
  const names = new Map<string, string>();
  for (const operation of operations) {
    const { operationId, pointer } = operation;
    const name = pascalCase(operationId);
    const other = names.get(name);
    if (!/[A-Za-z0-9]/.test(name)) throw refused(pointer, operationId, "has no letter of A to Z and no digit");
    // openapi-typescript writes a slash in its place.
    if (operationId.includes("#")) throw refused(pointer, operationId, 'has a "#" in it');
    if (other) throw refused(pointer, operationId, `has the same generated names as "${other}"`);
    names.set(name, operationId);
    refuseOtherStyles(document, operation);
  }
  const rendered = operations.map((operation) => renderOperation(document, operation));
  return [
    `// ${notice(document)}\n`,
    'import type { CallOptions } from "../options.ts";',
    'import { call, type OperationClient } from "../request/call.ts";',
    'import type { operations } from "./schema.ts";\n',
    ...rendered.map(({ code }) => code),
    ...new Set(rendered.flatMap(({ helpers }) => helpers)),
  ].join("\n");
}

function refused(pointer: string, operationId: string, problem: string): DocumentError {
  return new DocumentError(`${pointer}/operationId`, `"${operationId}" ${problem}`);
}

function renderOperation(document: OpenApiDocument, operation: Operation): { code: string; helpers: string[] } {
  const { operationId, method, path, object } = operation;
  const name = pascalCase(operationId);
  const type = `operations[${JSON.stringify(operationId)}]`;
  const members = callParameters(operation);
  const optional = members.every(({ parameter }) => isOptional(parameter)) && !operation.requestBody?.required;
  const fields = members.map(({ field, parameter }) => {
    const option = clientOption(parameter);
    const doc = docComment(
      [
        hoverText(document, parameter),
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
  const { body, data, options, helpers } = bodiesOf(operation, type);
  if (body) {
    const doc = docComment([operation.requestBody?.description ?? "Body of the request."], "  ");
    fields.push(`${doc}  body${operation.requestBody?.required ? "" : "?"}: ${body};`);
  }
  const places = members.map(({ field, parameter }) => `${key(field)}: "${parameter.in}"`);
  if (operation.requestBody) places.push('body: "body"');
  const args = [JSON.stringify(operationId), JSON.stringify(method), JSON.stringify(path), "params", options];
  const names = members.flatMap(({ field, parameter }) =>
    field === parameter.name ? [] : `${key(field)}: ${JSON.stringify(parameter.name)}`,
  );
  const known = [
    `places: { ${places.join(", ")} }`,
    ...(names.length ? [`names: { ${names.join(", ")} }`] : []),
    ...(operation.requestBody?.required ? ["needsBody: true"] : []),
  ];
  const title = [object.summary, object.description && `\n${object.description.trim()}`, `\n\`${method} ${path}\``];
  const code = [
    `${docComment([`Parameters of {@link ${identifier(operationId)}}.`])}export interface ${name}Params {`,
    ...fields,
    "}\n",
    `${docComment([`Data of a response to {@link ${identifier(operationId)}}.`])}export type ${name}Data = ${data};\n`,
    `${docComment([...title, deprecation(object)])}export function ${identifier(operationId)}(`,
    "  client: OperationClient,",
    `  params: ${name}Params${optional ? " = {}" : ""},`,
    "  options?: CallOptions,",
    `): Promise<${name}Data> {`,
    `  return call(client, ${args.join(", ")}, { ${known.join(", ")} });`,
    "}\n",
  ].join("\n");
  return { code, helpers };
}

function isOptional(parameter: Parameter): boolean {
  return !parameter.required || clientOption(parameter) !== undefined;
}

function deprecation({ deprecated }: { deprecated?: boolean }): string | undefined {
  return deprecated ? "@deprecated" : undefined;
}
