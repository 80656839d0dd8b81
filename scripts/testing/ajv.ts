import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument } from "../core/document.ts";

/** Validators of JSON Schema 2020-12, with formats, for the schemas of a document; a schema is named by its JSON pointer. */
export function validators(document: OpenApiDocument): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, formats: { int32: true, int64: true } });
  formats.default(ajv);
  // Members of OpenAPI that validate nothing.
  ajv.addVocabulary(["components", "paths", "discriminator", "xml", "externalDocs"]);
  ajv.addVocabulary([...extensions(document)]);
  ajv.addSchema({ $id: "document:", components: document.components, paths: document.paths }, undefined, false);
  return (pointer) => ajv.compile({ $ref: `document:#${encodeURI(pointer)}` });
}

/** Names of the extensions used anywhere in a document. */
export function extensions(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith("x-")) found.add(key);
    extensions(value, found);
  }
  return found;
}
