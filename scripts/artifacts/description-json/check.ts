import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";

/** Returns the places where the JSON edition differs from the document. */
export function check(document: OpenApiDocument, root: string): string[] {
  const found: unknown = JSON.parse(readFileSync(join(root, "spec/dist/openapi.json"), "utf8"));
  return differences(document, found).map((pointer) => `differs from the document at ${pointer}`);
}
