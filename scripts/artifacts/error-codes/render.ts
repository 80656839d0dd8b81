import { notice, type Rendered } from "../../core/artifact.ts";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { docComment, key } from "../../core/typescript.ts";

/** The error codes that the operations name (`x-error-codes`), as types. */
export function render(document: OpenApiDocument): Rendered {
  const members = listOperations(document).map(({ operationId, object }) => {
    const codes = [...new Set((object["x-error-codes"] ?? []) as string[])].sort();
    return `  ${key(operationId)}: ${codes.map((code) => JSON.stringify(code)).join(" | ") || "never"};`;
  });
  return [
    `// ${notice(document)}\n`,
    `${docComment(["Error codes that may be expected from an operation, by operationId."])}export interface OperationCodes {`,
    ...members,
    "}\n",
    `${docComment(["An error code that some operation names."])}export type KnownCode = OperationCodes[keyof OperationCodes];\n`,
  ].join("\n");
}
