import { notice, type Artifact } from "../../core/artifact.ts";
import type { OpenApiDocument, Schema } from "../../core/document.ts";

/** OpenAPI says that parameters of these names are to be ignored; Prism enforces them. */
const IGNORED_HEADERS = ["accept", "authorization", "content-type"];

/** The description as Prism needs it. */
export const artifact: Artifact = {
  name: "mock-document",
  path: "packages/mock/generated/openapi.mock.json",
  render(document) {
    const { openapi, ...rest } = structuredClone(document);
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
    const isEnforced = ({ in: place, name }: { in?: string; name?: string }) =>
      !(place === "header" && IGNORED_HEADERS.includes(name?.toLowerCase() ?? ""));
    visit(mock, (node) => {
      if (Array.isArray(node["parameters"])) node["parameters"] = node["parameters"].filter(isEnforced);
    });
    return `${JSON.stringify(mock, null, 2)}\n`;
  },
};

function visit(node: unknown, change: (node: Record<string, unknown>) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) change(node as Record<string, unknown>);
  for (const child of Object.values(node)) visit(child, change);
}
