import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { IHttpOperation } from "@stoplight/types";
import {
  CHECKED,
  checkSchemas,
  documentOperations,
  fingerprint,
  isPackaged,
  slimDocument,
  type DocumentOperation,
  type MockDocument,
} from "./document.ts";

/** File beside the bundle with Prism's form of every operation of the packaged document. */
const PREPARED = "operations.json";

let prepared: Record<string, IHttpOperation> | undefined;

/** Returns Prism's form of an operation: from the build for the packaged document, else it is made now. */
export async function prismOperation(document: MockDocument, operation: DocumentOperation): Promise<IHttpOperation> {
  if (isPackaged(document)) {
    prepared ??= JSON.parse(readFileSync(join(import.meta.dirname, PREPARED), "utf8")) as Record<
      string,
      IHttpOperation
    >;
    const known = prepared[keyOf(operation)];
    if (known) return known;
  }
  return makeOperation(document, operation);
}

/**
 * Checks a document and makes Prism's form of every operation, for the build. Returns the files to put beside the bundle.
 *
 * @throws {Error} Where a schema does not compile.
 */
export async function prepare(text: string): Promise<Record<string, string>> {
  const document = JSON.parse(text) as MockDocument;
  const [problem] = checkSchemas(document);
  if (problem) throw new Error(problem);
  const operations: Record<string, IHttpOperation> = {};
  for (const operation of documentOperations(document))
    operations[keyOf(operation)] = await makeOperation(document, operation);
  return { [PREPARED]: JSON.stringify(operations), [CHECKED]: fingerprint(text) };
}

async function makeOperation(document: MockDocument, operation: DocumentOperation): Promise<IHttpOperation> {
  const [only] = await getHttpOperationsFromSpec(slimDocument(document, operation));
  return only as IHttpOperation;
}

function keyOf({ method, path }: DocumentOperation): string {
  return `${method} ${path}`;
}
