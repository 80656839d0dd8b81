import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readFileText } from "../read-file.ts";

/** The parts of an OpenAPI document that the mock reads itself; Prism reads the rest. */
export interface MockDocument {
  openapi: string;
  jsonSchemaDialect?: string;
  info: { title: string; version: string };
  servers?: { url: string; variables?: Record<string, { default: string }> }[];
  security?: Record<string, string[]>[];
  paths?: Record<string, Record<string, unknown>>;
  components?: Record<string, Record<string, unknown>>;
}

/** A parameter of an operation, with references resolved. */
export interface DocumentParameter {
  name: string;
  in: string;
  style?: string;
  schema?: { type?: unknown };
}

/** One operation of the document. */
export interface DocumentOperation {
  operationId: string;
  /** Upper case. */
  method: string;
  path: string;
  /** True where the document requires credentials. */
  secured: boolean;
  parameters: DocumentParameter[];
  object: { responses?: Record<string, unknown>; [member: string]: unknown };
}

/** File beside the bundle with the hash of the document whose schemas the build has compiled. */
export const CHECKED = "checked.txt";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Reads a document and makes sure that Prism can validate requests against it.
 *
 * @throws {Error} Where the file is no OpenAPI 3.1 document in JSON, declares another dialect than JSON Schema 2020-12, or
 *   has a schema that does not compile. Prism itself would start all the same, and silently not validate.
 */
export function readMockDocument(file: string): MockDocument {
  let document: MockDocument;
  let text: string;
  try {
    text = readFileText(file);
    document = JSON.parse(text) as MockDocument;
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`);
  }
  if (!document?.openapi?.startsWith?.("3.1.")) throw new Error(`${file} is not an OpenAPI 3.1 document`);
  if (document.jsonSchemaDialect !== DIALECT) {
    throw new Error(
      `${file} must declare "jsonSchemaDialect": "${DIALECT}"; without it, Prism validates by an older draft`,
    );
  }
  // Compiling all schemas takes longer than the rest of the start; the build has compiled those of the packaged document.
  const isChecked = checkedDocument() === fingerprint(text);
  if (isChecked) packaged.add(document);
  const problem = isChecked ? undefined : checkSchemas(document)[0];
  if (problem) throw new Error(`${file}: ${problem}`);
  return document;
}

/** Returns whether a document describes the errors of this API. */
export function hasErrorCatalog({ components }: MockDocument): boolean {
  return Object.values(components?.["schemas"] ?? {}).some(
    (schema) => typeof schema === "object" && schema !== null && "x-error-catalog" in schema,
  );
}

/** Documents that were read and are the one of this package. */
const packaged = new WeakSet<MockDocument>();

/** Returns whether a document is the one that the build has prepared operations of. */
export function isPackaged(document: MockDocument): boolean {
  return packaged.has(document);
}

/** Returns the hash of the document that the build has checked; `undefined` where the sources run without a build. */
function checkedDocument(): string | undefined {
  try {
    return readFileSync(join(import.meta.dirname, CHECKED), "utf8");
  } catch {
    return undefined;
  }
}

/** Returns a hash of a document. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Returns every operation of the document; one without an operationId is named by its method and path. */
export function documentOperations(document: MockDocument): DocumentOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, value]) => {
    const item = dereference<Record<string, unknown>>(document, value);
    return METHODS.filter((method) => item[method]).map((method) => {
      const object = item[method] as DocumentOperation["object"];
      const security = (object["security"] ?? document.security ?? []) as Record<string, string[]>[];
      return {
        operationId: typeof object["operationId"] === "string" ? object["operationId"] : `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters: [...list(item["parameters"]), ...list(object["parameters"])].map((value) => {
          const parameter = dereference<DocumentParameter>(document, value);
          return { ...parameter, schema: dereference<{ type?: unknown }>(document, parameter.schema ?? {}) };
        }),
        secured: security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0),
        object,
      };
    });
  });
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Returns a copy of a document with one operation and what it refers to. */
export function slimDocument(document: MockDocument, { path, method }: DocumentOperation): object {
  const item = dereference<Record<string, unknown>>(document, document.paths?.[path]);
  const others = METHODS.filter((other) => other !== method.toLowerCase());
  const paths = { [path]: Object.fromEntries(Object.entries(item).filter(([key]) => !others.includes(key))) };
  const components: Record<string, Record<string, unknown>> = {
    securitySchemes: document.components?.["securitySchemes"] ?? {},
  };
  const pending: unknown[] = [paths];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    pending.push(...Object.values(node).filter((value) => typeof value === "object"));
    const reference = (node as { $ref?: unknown }).$ref;
    if (typeof reference !== "string") continue;
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(reference) ?? [];
    if (kind === undefined || name === undefined) return prune(document) as object;
    const found = document.components?.[kind]?.[name];
    const known = (components[kind] ??= {});
    if (name in known) continue;
    known[name] = found;
    pending.push(found);
  }
  // Prism replaces references in the object that it is given, so it gets a copy.
  const { webhooks: _, tags: __, info: ___, ...rest } = document as MockDocument & Record<string, unknown>;
  return prune({ ...rest, info: { title: "", version: "" }, paths, components }) as object;
}

/** Keywords whose members have names that the document chooses. */
const NAMED = new Set([
  "paths",
  "responses",
  "headers",
  "examples",
  "content",
  "callbacks",
  "encoding",
  "variables",
  "links",
  "schemas",
  "parameters",
  "requestBodies",
  "securitySchemes",
  "pathItems",
  "properties",
  "patternProperties",
  "$defs",
  "dependentSchemas",
  "dependentRequired",
]);
/** Keywords whose values are data. */
const DATA = new Set(["value", "example", "default", "enum", "const"]);

/**
 * Returns a copy with empty descriptions and without extensions: Prism expands every reference and walks over all of it, which took most
 * of the time of an operation's first request.
 */
function prune(node: unknown, isNamed = false): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => prune(item));
  const kept = Object.entries(node).filter(([key]) => isNamed || !(key.startsWith("x-") && !/faker/.test(key)));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const isData = !isNamed && (DATA.has(key) || (key === "examples" && Array.isArray(value)));
      // Prism passes over a response without a description.
      if (!isNamed && key === "description") return [key, ""];
      return [key, isData ? structuredClone(value) : prune(value, !isNamed && NAMED.has(key))];
    }),
  );
}

/** Resolves a reference within the document. */
export function dereference<T>(document: MockDocument, value: unknown): T {
  let current = value;
  for (let hops = 0; hops < 20; hops += 1) {
    const reference = (current as { $ref?: unknown } | null | undefined)?.$ref;
    if (typeof reference !== "string") return current as T;
    current = pointer(document, reference);
  }
  throw new Error("a reference leads back to itself");
}

function pointer(document: MockDocument, reference: string): unknown {
  return reference
    .replace(/^#\//, "")
    .split("/")
    .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

/** Compiles every schema of the document, as Prism does on first use. Returns an error for each that does not compile. */
export function checkSchemas(document: MockDocument): string[] {
  const ajv = new Ajv2020({
    strict: false,
    allowUnionTypes: true,
    validateFormats: false,
    logger: false,
    code: { optimize: false },
  });
  const meta = ajv.getSchema(DIALECT) as ValidateFunction;
  try {
    ajv.addSchema({ ...document, $id: "mock:document" }, undefined, undefined, false);
  } catch (error) {
    return [(error as Error).message];
  }
  const problems = [...lostReferences(document, document)];
  if (problems.length) return problems;
  for (const [place, schema] of findSchemas(document, "#", Object.keys(document.components?.["schemas"] ?? {}))) {
    if (!meta(schema)) {
      const [error] = meta.errors ?? [];
      problems.push(
        `the schema at ${place}${error?.instancePath ?? ""} is not valid: it ${error?.message ?? "is none"}`,
      );
      continue;
    }
    try {
      ajv.compile({ $ref: `mock:document${place}` });
    } catch (error) {
      problems.push(`the schema at ${place} does not compile: ${(error as Error).message}`);
    }
  }
  return problems;
}

/** Yields an error for each reference that does not resolve within the document. */
function* lostReferences(document: MockDocument, node: unknown, place = "#"): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (
      key === "$ref" &&
      typeof value === "string" &&
      (!value.startsWith("#/") || pointer(document, value) === undefined)
    ) {
      yield `the reference "${value}" at ${place} leads nowhere in the document`;
    } else if (key !== "value" && key !== "example") yield* lostReferences(document, value, `${place}/${key}`);
  }
}

/** Yields every schema of a document that is not a reference to another, with its place as a URI fragment. */
function* findSchemas(node: unknown, place: string, schemas: string[]): Generator<[string, unknown]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const here = `${place}/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    if (key === "schema" && !place.endsWith("/schemas")) {
      const [, named] = /^#\/components\/schemas\/([^/]+)$/.exec((value as { $ref?: string }).$ref ?? "") ?? [];
      if (named === undefined || !schemas.includes(named)) yield [here, value];
    }
    if (key === "schema") continue;
    if (place === "#/components" && key === "schemas") {
      for (const [name, schema] of Object.entries(value as object))
        yield [`${here}/${encodeURIComponent(name)}`, schema];
    } else if (key !== "example" && key !== "examples") yield* findSchemas(value, here, schemas);
  }
}
