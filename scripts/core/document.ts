import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A JSON value as it stands in an OpenAPI document. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: Json[];
  examples?: Json[];
  description?: string;
  [keyword: string]: unknown;
}

export interface Example {
  summary?: string;
  value?: Json;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example>;
}

export interface Header {
  description?: string;
  schema?: Schema;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Ref>;
  content?: Record<string, MediaType>;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  deprecated?: boolean;
  description?: string;
  schema?: Schema;
  examples?: Record<string, Example>;
  [extension: `x-${string}`]: unknown;
}

export interface RequestBody {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  parameters?: (Parameter | Ref)[];
  requestBody?: RequestBody | Ref;
  responses?: Record<string, Response | Ref>;
  security?: Record<string, string[]>[];
  [extension: `x-${string}`]: unknown;
}

export interface Ref {
  $ref: string;
}

export interface ServerVariable {
  default: string;
  enum?: string[];
  description?: string;
}

export interface Server {
  url: string;
  description?: string;
  variables?: Record<string, ServerVariable>;
}

export interface PathItem {
  parameters?: (Parameter | Ref)[];
  [member: string]: unknown;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  servers?: Server[];
  security?: Record<string, string[]>[];
  tags?: { name: string; description?: string }[];
  paths?: Record<string, PathItem>;
  components?: Record<string, Record<string, unknown>>;
  [member: string]: unknown;
}

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

/** An error in an OpenAPI document: says where, as a JSON pointer. */
export class DocumentError extends Error {
  constructor(pointer: string, problem: string) {
    super(`${pointer || "/"}: ${problem}`);
    this.name = "DocumentError";
  }
}

/** Reads an OpenAPI 3.1 document (YAML or JSON, references within the document only). */
export function readDocument(file: string): OpenApiDocument {
  let document: unknown;
  try {
    document = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: cannot be read as YAML or JSON: ${(error as Error).message}`);
  }
  const version = (document as OpenApiDocument | null)?.openapi;
  if (typeof version !== "string" || !version.startsWith("3.1.")) {
    throw new Error(`${file}: not an OpenAPI 3.1 document (openapi: ${JSON.stringify(version)})`);
  }
  return document as OpenApiDocument;
}

export function escapePointer(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && typeof (value as Ref).$ref === "string";
}

/** Follows references until a value stands there. `pointer` names the place in error messages. */
export function resolve<T>(document: OpenApiDocument, value: T | Ref, pointer = ""): T {
  const seen = new Set<string>();
  let current: unknown = value;
  while (isRef(current)) {
    const { $ref } = current;
    if (!$ref.startsWith("#/")) {
      throw new DocumentError(pointer, `reference "${$ref}" leaves the document; bundle it first`);
    }
    if (seen.has($ref)) throw new DocumentError(pointer, `reference "${$ref}" leads back to itself`);
    seen.add($ref);
    current = $ref
      .slice(2)
      .split("/")
      .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
    if (current === undefined) throw new DocumentError(pointer, `reference "${$ref}" leads nowhere`);
  }
  return current as T;
}

/** Name under which a reference's target stands in `components`, if it does. */
export function refName(value: unknown): string | undefined {
  return isRef(value) ? value.$ref.match(/^#\/components\/[^/]+\/([^/]+)$/)?.[1] : undefined;
}

/** Every operation, in the order of the document. Throws where one has no operationId, or one that is taken. */
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
