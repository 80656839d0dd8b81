import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { normalise } from "./normalise.ts";
import type {
  Example,
  MediaType,
  OpenApiDocument,
  OperationObject,
  Parameter,
  Ref,
  RequestBody,
  Response,
  Schema,
} from "./openapi.ts";
import { escapePointer } from "./pointer.ts";
import { DocumentError, resolve } from "./references.ts";

export type * from "./openapi.ts";
export { escapePointer } from "./pointer.ts";
export { DocumentError, refName, resolve } from "./references.ts";

/** One operation with everything that its path and its references contribute. */
export interface Operation {
  /** JSON pointer of the operation object. */
  pointer: string;
  operationId: string;
  /** Upper case. */
  method: string;
  path: string;
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  responses: Record<string, Response>;
  /** Security requirements in force, the document's own where the operation has none. */
  security: Record<string, string[]>[];
  object: OperationObject;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads an OpenAPI 3.1 document (YAML or JSON, references within the document only). */
export function readDocument(file: string): OpenApiDocument {
  let document: unknown;
  try {
    const text = readFileSync(file, "utf8");
    // What reads YAML reads JSON as well, but takes forty times as long.
    document = file.endsWith(".json") ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new Error(`${file}: cannot be read as YAML or JSON: ${(error as Error).message}`);
  }
  const version = (document as OpenApiDocument | null)?.openapi;
  if (typeof version !== "string" || !version.startsWith("3.1.")) {
    throw new Error(`${file}: not an OpenAPI 3.1 document (openapi: ${JSON.stringify(version)})`);
  }
  return normalise(document as OpenApiDocument);
}

/**
 * Returns every operation, in the order of the document.
 *
 * @throws {DocumentError} Where one has no operationId, or one that is taken.
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  const taken = new Map<string, string>();
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const object = item[method] as OperationObject;
      const pointer = `/paths/${escapePointer(path)}/${method}`;
      const { operationId } = object;
      if (!operationId) throw new DocumentError(pointer, "has no operationId");
      const other = taken.get(operationId);
      if (other) throw new DocumentError(pointer, `operationId "${operationId}" is also that of ${other}`);
      taken.set(operationId, pointer);
      return {
        pointer,
        operationId,
        method: method.toUpperCase(),
        path,
        parameters: mergeParameters(document, item.parameters, object.parameters, pointer),
        requestBody: object.requestBody && resolve(document, object.requestBody, `${pointer}/requestBody`),
        responses: Object.fromEntries(
          Object.entries(object.responses ?? {}).map(([status, response]) => [
            status,
            resolve(document, response, `${pointer}/responses/${status}`),
          ]),
        ),
        security: object.security ?? document.security ?? [],
        object,
      };
    }),
  );
}

/** Parameters of the path and of the operation; the operation's own win. */
function mergeParameters(
  document: OpenApiDocument,
  ofPath: (Parameter | Ref)[] = [],
  ofOperation: (Parameter | Ref)[] = [],
  pointer: string,
): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const parameter of [...ofPath, ...ofOperation]) {
    const resolved = resolve(document, parameter, pointer);
    merged.set(`${resolved.in} ${resolved.name}`, resolved);
  }
  return [...merged.values()];
}

/** The JSON media type of a body, with its name, if there is one. */
export function jsonContent(
  document: OpenApiDocument,
  body: { content?: Record<string, MediaType> } | undefined,
): { name: string; schema?: Schema; examples: Record<string, Example> } | undefined {
  const entry = Object.entries(body?.content ?? {}).find(([name]) => /^application\/(.+\+)?json\b/.test(name));
  if (!entry) return undefined;
  const [name, { schema, examples = {} }] = entry;
  return {
    name,
    ...(schema && { schema }),
    examples: Object.fromEntries(
      Object.entries(examples).map(([key, example]) => [key, resolve<Example>(document, example)]),
    ),
  };
}
