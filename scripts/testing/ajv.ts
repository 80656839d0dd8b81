import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument, Schema } from "../core/document.ts";

/**
 * Returns a function that compiles a schema of a document, given as it is or by its JSON pointer, by JSON Schema 2020-12 with
 * formats.
 *
 * @param strict Whether a keyword that Ajv does not know is an error.
 * @param mode Whether formats are checked in full, or by Ajv's simpler regular expressions.
 */
export function validators(
  document: OpenApiDocument,
  { strict = true, mode = "full" }: { strict?: boolean; mode?: "full" | "fast" } = {},
): (schema: Schema | string) => ValidateFunction<unknown> {
  const ajv = new Ajv2020({ strict, strictTypes: false, allErrors: true, formats: { int32: true, int64: true } });
  formats.default(ajv, { mode });
  // Members of OpenAPI that validate nothing.
  ajv.addVocabulary(["components", "paths", "discriminator", "xml", "externalDocs", "example"]);
  ajv.addVocabulary([...extensions(document)]);
  ajv.addSchema({ $id: "document:", components: document.components, paths: document.paths }, undefined, false);
  return (schema) =>
    ajv.compile(
      typeof schema === "string"
        ? { $ref: `document:#${encodeURI(schema)}` }
        : JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document:#/')),
    );
}

/** Returns the names of the extensions used anywhere in a document. */
export function extensions(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith("x-")) found.add(key);
    extensions(value, found);
  }
  return found;
}
