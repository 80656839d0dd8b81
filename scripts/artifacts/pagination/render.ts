import { notice, type Rendered } from "../../core/artifact.ts";
import {
  DocumentError,
  jsonContent,
  listOperations,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../core/document.ts";
import { pointerSegments } from "../../core/pointer.ts";
import { docComment, identifier, pascalCase } from "../../core/typescript.ts";

/** The extension `x-pagination`. Its pointers lead into the response. */
interface Pagination {
  style: string;
  in: "query" | "body";
  offsetParam: string;
  limitParam: string;
  items: string;
  total?: string;
}

/** A function for each operation with `x-pagination` that goes through all pages. */
export function render(document: OpenApiDocument): Rendered {
  const operations = listOperations(document).filter(({ object }) => object["x-pagination"]);
  const names = operations.flatMap(({ operationId }) => {
    const name = pascalCase(operationId);
    return [
      `  ${identifier(operationId)} as ${identifier(operationId)}Page,`,
      `  type ${name}Data,`,
      `  type ${name}Params,`,
    ];
  });
  const imports = [
    'import type { OperationClient } from "../request/call.ts";',
    'import { pages, type PageOptions, type Pages } from "../helpers/paginate.ts";',
    `import {\n${names.join("\n")}\n} from "./operations.ts";\n`,
  ];
  const body = operations.map((operation) => renderPages(document, operation));
  return [`// ${notice(document)}\n`, ...(body.length ? imports : ["export {};\n"]), ...body].join("\n");
}

function renderPages(document: OpenApiDocument, operation: Operation): string {
  const { operationId, object, pointer } = operation;
  const pagination = object["x-pagination"] as Pagination;
  const { style, in: place, offsetParam, items, total } = pagination;
  if (style !== "offset") throw new DocumentError(`${pointer}/x-pagination`, `style "${style}" is not known`);
  const [id, name] = [identifier(operationId), pascalCase(operationId)];
  const item = pointerSegments(items).reduce(
    (type, segment) => `NonNullable<${type}[${JSON.stringify(segment)}]>`,
    `${name}Data`,
  );
  const spec = {
    in: place,
    offset: offsetParam,
    text: takesText(offsetSchema(document, operation, pagination)),
    items: pointerSegments(items),
    ...(total && { total: pointerSegments(total) }),
  };
  const optional =
    place === "query" && operation.parameters.every(({ required, ...rest }) => !required || rest["x-client-option"]);
  return [
    docComment([
      `Goes through the items of all pages of {@link ${id}Page}, or with \`.pages()\` through the pages.`,
      `\n${object.summary ?? ""}`,
    ]) + `export function ${id}(`,
    "  client: OperationClient,",
    `  params: ${name}Params${optional ? " = {}" : ""},`,
    "  options?: PageOptions,",
    `): Pages<${name}Data, ${item}[number]> {`,
    `  return pages(${id}Page, client, params, ${JSON.stringify(spec)}, options);`,
    "}\n",
  ].join("\n");
}

function takesText({ type, anyOf = [] }: Schema): boolean {
  return type === "string" || (anyOf as Schema[]).some(takesText);
}

/** Schema of the parameter, or of the member of the body, that carries the offset. */
function offsetSchema(document: OpenApiDocument, operation: Operation, { in: place, offsetParam }: Pagination): Schema {
  const schema =
    place === "query"
      ? operation.parameters.find(({ name }) => name === offsetParam)?.schema
      : resolve<Schema>(document, jsonContent(document, operation.requestBody)?.schema ?? {}).properties?.[offsetParam];
  if (!schema)
    throw new DocumentError(`${operation.pointer}/x-pagination`, `"${offsetParam}" is not a parameter in the ${place}`);
  return resolve<Schema>(document, schema);
}
