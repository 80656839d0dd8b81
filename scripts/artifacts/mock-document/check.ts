import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";

/** Places where the mock document may differ from the document. */
const ALLOWED = [/^\/\$comment$/, /^\/jsonSchemaDialect$/, /^\/webhooks$/, /^\/components\/schemas\/[^/]+\/examples$/];

/** Returns the places where the mock document differs from the document, but for those where Prism needs it to. */
export function check(document: OpenApiDocument, root: string): string[] {
  const mock = JSON.parse(
    readFileSync(join(root, "packages/mock/generated/openapi.mock.json"), "utf8"),
  ) as OpenApiDocument;
  const problems = differences(document, mock)
    .filter((pointer) => !ALLOWED.some((pattern) => pattern.test(pointer)))
    .map((pointer) => `the mock document differs from the document at ${pointer}`);
  if (mock["jsonSchemaDialect"] !== "https://json-schema.org/draft/2020-12/schema") {
    problems.push("the mock document does not declare JSON Schema 2020-12, so Prism validates by draft-07");
  }
  return problems;
}
