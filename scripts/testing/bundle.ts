import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUNDLE, ROOT } from "../core/artifact.ts";
import { readDocument, type OpenApiDocument } from "../core/document.ts";

/** The bundled description. */
export const bundle: OpenApiDocument = readDocument(BUNDLE);

/** Text of a file of the repository. */
export function readFile(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Text with one fault in it; throws where there is nothing to replace, so that no fault is planted in vain. */
export function plant(text: string, from: string | RegExp, to: string): string {
  const planted = text.replace(from, () => to);
  if (planted === text) throw new Error(`nothing to replace: ${from}`);
  return planted;
}
