import { refName, resolve, type Json, type OpenApiDocument, type Schema } from "../../../core/document.ts";

/** A field of a body, or a parameter, with everything that its references contribute. */
export interface Field {
  /** Its name, with those of the fields around it; an anchor. */
  id: string;
  name: string;
  required: boolean;
  schema: Schema;
  type: TypePart[];
  /** Name of the schema whose fields the children are, where it has one. */
  of: string | undefined;
  children: Field[];
}

/** A piece of a type: words, or a name that has a page. */
export type TypePart = string | { name: string };

/** A schema with its references followed; what stands beside a reference wins over what it leads to. */
export function merged(document: OpenApiDocument, schema: Schema): Schema {
  const { $ref } = schema;
  if (!$ref) return schema;
  const known = targets.get(document) ?? new Map<string, Schema>();
  targets.set(document, known);
  const target = known.get($ref) ?? merged(document, resolve<Schema>(document, { $ref }));
  known.set($ref, target);
  const { $ref: _, ...beside } = schema;
  return { ...target, ...beside };
}

/** Targets of references: the same schemas are shown on page after page. */
const targets = new WeakMap<OpenApiDocument, Map<string, Schema>>();

export function typeOf(schema: Schema): TypePart[] {
  const name = refName(schema);
  if (name) return [{ name }];
  for (const [keyword, word] of [
    ["oneOf", " or "],
    ["anyOf", " or "],
    ["allOf", " and "],
  ] as const) {
    const parts = schema[keyword] as Schema[] | undefined;
    if (parts) return parts.flatMap((part, index) => [...(index ? [word] : []), ...typeOf(part)]);
  }
  if (schema.type === "array" && schema.items) return ["array of ", ...typeOf(schema.items)];
  const { type = schema.enum || "const" in schema ? "value" : "any" } = schema;
  const words = [type].flat().join(" or ");
  return [typeof schema["format"] === "string" ? `${words} (${schema["format"]})` : words];
}

/** The fields of an object, required ones first, of the objects in a list, and of all parts of a composition. */
export function fieldsOf(document: OpenApiDocument, schema: Schema, prefix: string, within: string[] = []): Field[] {
  const name = refName(schema);
  if (name && within.includes(name)) return [];
  const path = name ? [...within, name] : within;
  const whole = merged(document, schema);
  const own = Object.entries(whole.properties ?? {})
    .map(([key, value]) =>
      field(document, { name: key, schema: value, required: whole.required?.includes(key) ?? false }, prefix, path),
    )
    .sort((a, b) => Number(b.required) - Number(a.required));
  const others = ["additionalProperties", "items"].flatMap((keyword) => {
    const value = whole[keyword];
    if (typeof value !== "object" || value === null) return [];
    if (keyword === "items") return fieldsOf(document, value as Schema, prefix, path);
    return [field(document, { name: "*", schema: value as Schema, required: false }, prefix, path)];
  });
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => (whole[keyword] as Schema[] | undefined) ?? []);
  return [...own, ...others, ...parts.flatMap((part) => fieldsOf(document, part, prefix, path))];
}

/** A field made of a name and a schema. */
export function field(
  document: OpenApiDocument,
  { name, schema, required }: { name: string; schema: Schema; required: boolean },
  prefix: string,
  within: string[] = [],
): Field {
  const id = prefix ? `${prefix}.${name}` : name;
  const whole = merged(document, schema);
  return {
    id,
    name,
    required,
    schema: whole.items ? { ...whole, items: merged(document, whole.items) } : whole,
    type: typeOf(schema),
    of: refName(schema) ?? refName(schema.items),
    children: fieldsOf(document, schema, id, within),
  };
}

/** Something that a value must satisfy: words, or words and code. */
export type Constraint = [words: string, code?: string];

/** Keywords that the pages show in a way of their own, so that every other one can be shown as it stands. */
const SHOWN = new Set(
  (
    "$ref type format title description enum examples example default deprecated properties required items oneOf anyOf allOf " +
    "minimum maximum minLength maxLength minItems maxItems pattern uniqueItems readOnly writeOnly additionalProperties"
  ).split(" "),
);

/** Returns the constraints of a schema in words. */
export function constraintsOf(schema: Schema): Constraint[] {
  const all: Constraint[] = [
    ...range(schema["minLength"], schema["maxLength"], "character"),
    ...range(schema["minItems"], schema["maxItems"], "item"),
    ...range(schema["minimum"], schema["maximum"]),
  ];
  if (schema["uniqueItems"]) all.push(["items are unique"]);
  if (schema["pattern"]) all.push(["pattern", String(schema["pattern"])]);
  if (schema["readOnly"]) all.push(["read only"]);
  if (schema["writeOnly"]) all.push(["write only"]);
  if (schema["additionalProperties"] === false) all.push(["no other fields"]);
  if (schema["additionalProperties"] === true) all.push(["any other fields"]);
  if (schema["default"] !== undefined) all.push(["default", JSON.stringify(schema["default"])]);
  const others = Object.keys(schema).filter((keyword) => !SHOWN.has(keyword) && !keyword.startsWith("x-"));
  all.push(...others.map((keyword): Constraint => [keyword, JSON.stringify(schema[keyword])]));
  if (schema.items && !schema.items.$ref && schema.items.type !== "object") {
    all.push(
      ...constraintsOf(schema.items).map(([words, code]): Constraint => [
        `each: ${words}`,
        ...((code ? [code] : []) as [string?]),
      ]),
    );
  }
  return all;
}

/** Limits that are documented elsewhere and do not hold (`x-documented-limits`), in words. */
export function documentedLimits(schema: Schema): Constraint[] {
  return constraintsOf((schema["x-documented-limits"] ?? {}) as Schema);
}

/** The closed set of a value, or of the items of a list. */
export function closedSet(document: OpenApiDocument, schema: Schema): Json[] {
  return schema.enum ?? (schema.items ? (merged(document, schema.items).enum ?? []) : []);
}

function range(low: unknown, high: unknown, unit?: string): Constraint[] {
  if (low === undefined && high === undefined) return [];
  const units = unit ? ` ${unit}${(high ?? low) === 1 ? "" : "s"}` : "";
  if (low !== undefined && low === high) return [[`exactly ${low}${units}`]];
  if (high === undefined) return unit && low === 0 ? [] : [[`at least ${low}${units}`]];
  return [[low === undefined || (unit && low === 0) ? `up to ${high}${units}` : `${low} to ${high}${units}`]];
}
