import type { OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";

/** What the mock document may have that the description has not, or lack that it has. */
const ALLOWED = [/^\/\$comment$/, /^\/jsonSchemaDialect$/, /^\/components\/schemas\/[^/]+\/examples$/];

/** Holds the mock document against the description, but for what Prism needs to be different. */
export function checkMockDocument(document: OpenApiDocument, text: string): string[] {
  const mock = JSON.parse(text) as OpenApiDocument;
  const problems = differences(document, mock)
    .filter((pointer) => !ALLOWED.some((pattern) => pattern.test(pointer)))
    .map((pointer) => `the mock document differs from the description at ${pointer}`);
  if (mock["jsonSchemaDialect"] !== "https://json-schema.org/draft/2020-12/schema") {
    problems.push("the mock document does not declare JSON Schema 2020-12, so Prism validates by draft-07");
  }
  return problems;
}
