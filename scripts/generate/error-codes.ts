import { main, notice, type Artifact } from "../lib/artifact.ts";
import { listOperations } from "../lib/document.ts";
import { docComment, key } from "../lib/typescript.ts";

/** The error codes that the operations name (`x-error-codes`), as types. */
export const artifact: Artifact = {
  path: "packages/client/src/generated/error-codes.ts",
  render(document) {
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
  },
};

if (import.meta.main) await main(artifact);
