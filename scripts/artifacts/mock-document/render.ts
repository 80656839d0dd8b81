import { notice, type Rendered } from "../../core/artifact.ts";
import type { OpenApiDocument, Schema } from "../../core/document.ts";

/** Returns the document as Prism needs it. */
export function render(document: OpenApiDocument): Rendered {
  // Prism serves no webhooks.
  const { openapi, webhooks: _, ...rest } = structuredClone(document);
  const mock: OpenApiDocument = {
    openapi,
    $comment: notice(document),
    // Without it, Prism validates by draft-07 and silently passes over newer keywords.
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    ...rest,
  };
  // Prism takes the examples of a schema before those of a media type, which are the ones with names.
  for (const schema of Object.values((mock.components?.["schemas"] ?? {}) as Record<string, Schema>)) {
    delete schema.examples;
  }
  return `${JSON.stringify(mock, null, 2)}\n`;
}
