import { join } from "node:path";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { differentTypes, type TypePairs } from "../../testing/same-types.ts";

/** Returns the places where the types of error codes are not the codes of `x-error-codes`. */
export function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const operations = listOperations(document);
  const codesOf = (list: typeof operations) =>
    list.flatMap(({ object }) => (object["x-error-codes"] ?? []) as string[]).map((code) => JSON.stringify(code));
  const pairs: TypePairs = {
    operations: ["keyof OperationCodes", operations.map(({ operationId }) => JSON.stringify(operationId)).join(" | ")],
    KnownCode: ["KnownCode", codesOf(operations).join(" | ") || "never"],
  };
  for (const operation of operations) {
    const { operationId } = operation;
    pairs[operationId] = [
      `OperationCodes[${JSON.stringify(operationId)}]`,
      codesOf([operation]).join(" | ") || "never",
    ];
  }
  const file = JSON.stringify(join(root, "packages/client/src/generated/error-codes.ts"));
  return differentTypes(document, `import type { KnownCode, OperationCodes } from ${file};`, pairs);
}
