// The only file that knows openapi-typescript.
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { notice, type Rendered } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { withHoverTexts } from "../../core/hover.ts";

/** Type of what is sent and read as it is. */
const BINARY = ts.factory.createUnionTypeNode(["Blob", "File"].map((name) => ts.factory.createTypeReferenceNode(name)));

export async function render(document: OpenApiDocument): Promise<Rendered> {
  // It resolves references in place, so it works on a copy.
  const nodes = await openapiTS(withHoverTexts(document) as unknown as OpenAPI3, {
    // A property with a default may still be left out.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: ({ format }) => (format === "binary" ? BINARY : undefined),
  });
  return `// ${notice(document)}\n\n${astToString(nodes)}`;
}
