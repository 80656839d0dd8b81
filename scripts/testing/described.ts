import { jsonContent, listOperations, resolve, type OpenApiDocument, type Schema } from "../core/document.ts";

/** Everything that a document names, as the anchors that the page of each operation and schema must have. */
export interface Described {
  /** Anchors of an operation's page by operationId: parameters, fields of bodies, statuses and error codes. */
  operations: Map<string, string[]>;
  /** Fields of each schema. */
  schemas: Map<string, string[]>;
  /** Codes of `x-error-catalog`. */
  codes: string[];
}

/** Reads the names of a document, without the model that the pages are rendered from. */
export function describedNames(document: OpenApiDocument): Described {
  const operations = listOperations(document).map((operation): [string, string[]] => {
    const { operationId, parameters, requestBody, responses, object } = operation;
    const bodies = Object.entries(responses).filter(([status]) => status.startsWith("2"));
    return [
      operationId,
      [
        ...parameters.map((parameter) => `${parameter.in}.${parameter.name}`),
        ...fieldNames(document, jsonContent(document, requestBody)?.schema, "body."),
        ...bodies.flatMap(([status, { headers = {} }]) => Object.keys(headers).map((name) => `${status}.${name}`)),
        ...bodies.flatMap(([status, body]) => fieldNames(document, jsonContent(document, body)?.schema, `${status}.`)),
        ...Object.keys(responses).map((status) => `response-${status}`),
        ...((object["x-error-codes"] ?? []) as string[]),
      ],
    ];
  });
  const schemas = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  return {
    operations: new Map(operations),
    schemas: new Map(schemas.map(([name, schema]) => [name, fieldNames(document, schema, "")])),
    codes: schemas.flatMap(([, schema]) =>
      ((schema["x-error-catalog"] ?? []) as { code: string }[]).map(({ code }) => code),
    ),
  };
}

function fieldNames(document: OpenApiDocument, schema: Schema | undefined, prefix: string, depth = 0): string[] {
  if (!schema || depth > 8) return [];
  const { properties = {}, items, additionalProperties: others, ...rest } = followed(document, schema);
  const inner = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => (rest[keyword] ?? []) as Schema[]);
  const members = Object.entries({ ...properties, ...(typeof others === "object" && { "*": others as Schema }) });
  return [
    ...members.flatMap(([name, child]) => [
      `${prefix}${name}`,
      ...fieldNames(document, child, `${prefix}${name}.`, depth + 1),
    ]),
    ...[items, ...inner].flatMap((part) => fieldNames(document, part, prefix, depth + 1)),
  ];
}

/** Follows the references of a schema; keywords beside a reference win over those of its target. */
export function followed(document: OpenApiDocument, schema: Schema): Schema {
  const { $ref, ...beside } = schema;
  if (!$ref) return schema;
  const target = followed(document, resolve<Schema>(document, { $ref }));
  return Object.keys(beside).length ? { ...target, ...beside } : target;
}
