import type { Example, OpenApiDocument, PathItem, Ref, Schema } from "./openapi.ts";
import { escapePointer } from "./pointer.ts";
import { DocumentError, isRef, resolve } from "./references.ts";

type Node = Record<string, unknown>;

/** Kinds of the members of each kind of object; `{kind}` is a map of them, `[kind]` a list. */
const MEMBERS: Record<string, Record<string, string>> = {
  document: { paths: "{path}", webhooks: "{path}", components: "components" },
  components: {
    schemas: "{schema}",
    parameters: "{parameter}",
    headers: "{parameter}",
    requestBodies: "{body}",
    responses: "{response}",
    callbacks: "{callback}",
    pathItems: "{path}",
  },
  path: {
    parameters: "[parameter]",
    ...Object.fromEntries(
      ["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method) => [method, "operation"]),
    ),
  },
  operation: { parameters: "[parameter]", requestBody: "body", responses: "{response}", callbacks: "{callback}" },
  body: { content: "{media}" },
  response: { content: "{media}", headers: "{parameter}" },
  parameter: { schema: "schema", content: "{media}" },
  media: { schema: "schema" },
  schema: {
    ...Object.fromEntries(
      ["properties", "patternProperties", "dependentSchemas", "$defs"].map((keyword) => [keyword, "{schema}"]),
    ),
    ...Object.fromEntries(["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, "[schema]"])),
    ...Object.fromEntries(
      ["items", "contains", "not", "if", "then", "else", "propertyNames"].map((keyword) => [keyword, "schema"]),
    ),
    additionalProperties: "schema or boolean",
    unevaluatedProperties: "schema or boolean",
    unevaluatedItems: "schema or boolean",
  },
};

/** Names of header parameters that OpenAPI requires to be ignored. */
const IGNORED_HEADERS = new Set(["accept", "authorization", "content-type"]);

/**
 * Returns a document in the one form that the generators know: path items in place of references to them, objects in place of
 * boolean schemas, named examples in place of single ones. The document given is left as it is.
 *
 * @throws {DocumentError} Where something has no meaning in OpenAPI 3.1.
 */
export function normalise(document: OpenApiDocument): OpenApiDocument {
  const visit = (kind: string, value: unknown, pointer: string): unknown => {
    if (kind.startsWith("[")) {
      const items = (value as unknown[]).map((item, index) => visit(kind.slice(1, -1), item, `${pointer}/${index}`));
      return kind === "[parameter]"
        ? items.filter((item) => !isIgnored(resolve<Node>(document, item as Ref, pointer)))
        : items;
    }
    if (kind === "callback" && !isRef(value)) return visit("{path}", value, pointer);
    if (kind.startsWith("{")) {
      return mapEntries(value as Node, (key, item) =>
        visit(kind.slice(1, -1), item, `${pointer}/${escapePointer(key)}`),
      );
    }
    if (kind === "schema or boolean" && typeof value === "boolean") return value;
    if (kind.startsWith("schema")) return visitMembers("schema", normaliseSchema(value as Schema, pointer), pointer);
    if (kind === "path" && isRef(value)) {
      const { $ref, ...beside } = value;
      return visit("path", { ...resolve<PathItem>(document, { $ref }, pointer), ...beside }, pointer);
    }
    if (isRef(value)) return value;
    const isExemplified = kind === "parameter" || kind === "media";
    return visitMembers(
      kind,
      isExemplified ? withNamedExamples(document, value as Node, pointer) : (value as Node),
      pointer,
    );
  };
  const visitMembers = (kind: string, node: Node, pointer: string): Node =>
    mapEntries(node, (key, value) => {
      if (key.startsWith("x-")) followReferences(document, value, `${pointer}/${escapePointer(key)}`);
      const member = MEMBERS[kind]?.[key];
      return member && value !== undefined ? visit(member, value, `${pointer}/${escapePointer(key)}`) : value;
    });
  const normalised = visit("document", document, "") as OpenApiDocument;
  if (!normalised.components?.["pathItems"]) return normalised;
  const { pathItems: _, ...components } = normalised.components;
  return { ...normalised, components };
}

/** Throws where a reference in an extension leads nowhere: tools that follow all of them would fail without a place. */
function followReferences(document: OpenApiDocument, value: unknown, pointer: string): void {
  if (typeof value !== "object" || value === null) return;
  resolve(document, value, pointer);
  for (const [key, child] of Object.entries(value))
    followReferences(document, child, `${pointer}/${escapePointer(key)}`);
}

function mapEntries(node: Node, change: (key: string, value: unknown) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(key, value)]));
}

function isIgnored({ in: place, name }: Node): boolean {
  return place === "header" && IGNORED_HEADERS.has(String(name).toLowerCase());
}

function normaliseSchema(schema: Schema | boolean, pointer: string): Schema {
  if (typeof schema === "boolean") return schema ? {} : { not: {} };
  const { nullable, example, ...rest } = schema;
  if (example !== undefined) rest.examples ??= [example as never];
  if (nullable !== true) return rest;
  // OpenAPI 3.1 has no such keyword, but many documents that were raised from 3.0 still do.
  if (typeof rest.type !== "string") {
    throw new DocumentError(`${pointer}/nullable`, 'is not a keyword of OpenAPI 3.1; use type: [..., "null"] or anyOf');
  }
  return { ...rest, type: [rest.type, "null"], ...(rest.enum && { enum: [...new Set([...rest.enum, null])] }) };
}

/** Returns a parameter or media type whose only examples are named ones that have a value. */
function withNamedExamples(document: OpenApiDocument, node: Node, pointer: string): Node {
  const { example, examples = example === undefined ? {} : { example: { value: example } }, ...rest } = node;
  const named = Object.entries(examples as Record<string, Example | Ref>);
  const shown = named.filter(([, one]) => resolve<Example>(document, one, pointer).value !== undefined);
  if (example === undefined && shown.length === named.length) return node;
  return shown.length ? { ...rest, examples: Object.fromEntries(shown) } : rest;
}
