import { notice, type Rendered } from "../../core/artifact.ts";
import { jsonContent, listOperations, type OpenApiDocument, type Operation } from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";
import { compiler, type Compiler } from "./compile.ts";

/** Checks of response bodies, which run without Ajv: a file for each operation and each schema component, and an index. */
export function render(document: OpenApiDocument): Rendered {
  const operations = listOperations(document);
  const compile = compiler(document);
  const files = operations.map((operation) => [
    `${identifier(operation.operationId)}.ts`,
    renderOperation(document, operation, compile),
  ]);
  return {
    "index.ts": renderIndex(document, operations),
    ...Object.fromEntries(files),
    ...Object.fromEntries([...compile.others()].map(([name, code]) => [`${name}.ts`, file(document, code)])),
  };
}

function renderIndex(document: OpenApiDocument, operations: Operation[]): string {
  const ids = operations.map(({ operationId }) => identifier(operationId)).sort();
  return [
    `// ${notice(document)}\n`,
    'import type { ResponseValidator } from "../../helpers/validate-with.ts";',
    ...ids.map((id) => `import ${id} from "./${id}.ts";`),
    `\n/** The checks of all operations. */\nexport const validators: ResponseValidator[] = [${ids.join(", ")}];\n`,
  ].join("\n");
}

function renderOperation(document: OpenApiDocument, operation: Operation, compile: Compiler): string {
  const { operationId, method, path, responses, pointer } = operation;
  const schemas = Object.entries(responses).flatMap(([status, response]) => {
    const { schema, name = "" } = jsonContent(document, response) ?? {};
    return schema ? [{ status, schema, pointer: `${pointer}/responses/${status}/content/${name}/schema` }] : [];
  });
  const { code, names } = compile.module(schemas);
  const statuses = schemas.map(({ status }, index) => `${JSON.stringify(status)}: ${names[index]}`);
  return file(
    document,
    [
      'import type { ResponseValidator } from "../../helpers/validate-with.ts";',
      code,
      "const validator: ResponseValidator = {",
      `  operationId: ${JSON.stringify(operationId)}, method: ${JSON.stringify(method)}, path: ${JSON.stringify(path)},`,
      `  statuses: { ${statuses.join(", ")} },`,
      "};\nexport default validator;",
    ].join("\n"),
  );
}

function file(document: OpenApiDocument, code: string): string {
  return `// ${notice(document)}\n// @ts-nocheck: written by a compiler of JSON Schema.\n\n${code}\n`;
}
