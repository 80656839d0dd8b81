import { refName, resolve, type OpenApiDocument, type Parameter, type Schema } from "../core/document.ts";

/** A field of a body or a parameter, and all that is described of it, in words. */
export interface DescribedField {
  /** Its name, with those of the fields around it. */
  id: string;
  words: string[];
  /** What only a page with room for it says: examples, and what lies in it. */
  more: string[];
}

const BOUNDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "pattern",
  "minProperties",
  "maxProperties",
];
const SIZES = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
];

/** Every field of a schema, however deep. */
export function describedFields(
  document: OpenApiDocument,
  schema: Schema | undefined,
  prefix: string,
  within: string[] = [],
): DescribedField[] {
  const name = refName(schema);
  if (!schema || (name && within.includes(name))) return [];
  const path = name ? [...within, name] : within;
  const whole = followed(document, schema);
  const own = Object.entries(whole.properties ?? {}).flatMap(([key, property]) =>
    describedField(document, key, property, whole.required?.includes(key) ?? false, prefix, path),
  );
  const extra = whole["additionalProperties"];
  const parts = [
    whole.items,
    ...["allOf", "oneOf", "anyOf"].flatMap((list) => (whole[list] as Schema[] | undefined) ?? []),
  ];
  return [
    ...own,
    ...(typeof extra === "object" && extra ? describedField(document, "*", extra as Schema, false, prefix, path) : []),
    ...parts.flatMap((part) => describedFields(document, part, prefix, path)),
  ];
}

/** A parameter, with its fields where it has any. */
export function describedParameter(document: OpenApiDocument, parameter: Parameter): DescribedField[] {
  const {
    name,
    in: place,
    required = false,
    schema = {},
    description,
    deprecated,
    examples = {},
    "x-client-option": option,
  } = parameter;
  const values = Object.values(examples).map((example) => resolve(document, example).value);
  const shown: Schema = {
    ...schema,
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    ...(values.length && { examples: values as never }),
  };
  const [own, ...inner] = describedField(document, name, shown, required, place);
  if (own && option) own.more.push(`The client fills it in from its option ${String(option)}`);
  return own ? [own, ...inner] : [];
}

function describedField(
  document: OpenApiDocument,
  name: string,
  schema: Schema,
  required: boolean,
  prefix: string,
  within: string[] = [],
): DescribedField[] {
  const id = prefix ? `${prefix}.${name}` : name;
  const inner = describedFields(document, schema, id, within);
  const of = refName(schema) ?? refName(schema.items);
  const direct = inner.filter((one) => !one.id.slice(id.length + 1).includes(".")).length;
  return [
    {
      id,
      words: [name, typeWords(schema), ...valueWords(document, schema), ...(required ? ["required"] : [])],
      more: [
        ...exampleWords(document, schema),
        ...(direct ? [`${direct} ${direct === 1 ? "field" : "fields"}${of ? ` of ${of}` : ""}`] : []),
      ],
    },
    ...inner,
  ];
}

/** What is said of a value itself: its text, bounds, default, closed set, and limits that are not kept to. */
export function valueWords(document: OpenApiDocument, schema: Schema): string[] {
  const whole = followed(document, schema);
  const { description = "", enum: values, items, deprecated } = whole;
  const each = items && followed(document, items);
  return [
    description,
    ...limitWords(whole),
    ...(each && each.type !== "object" ? limitWords(each) : []),
    ...limitWords((whole["x-documented-limits"] ?? {}) as Schema),
    ...(values ?? each?.enum ?? []).map((value) => JSON.stringify(value)),
    ...(deprecated ? ["deprecated"] : []),
  ];
}

/** Examples that are no objects; those stand in blocks of their own. */
export function exampleWords(document: OpenApiDocument, schema: Schema): string[] {
  return (followed(document, schema).examples ?? [])
    .filter((value) => typeof value !== "object")
    .map((value) => JSON.stringify(value));
}

function limitWords(schema: Schema): string[] {
  const sizes = SIZES.flatMap(([low = "", high = ""]) => {
    // A size of zero or more is no limit.
    const bounds = [schema[low] || undefined, schema[high]].filter((value) => value !== undefined);
    return [...new Set(bounds)].map(String);
  });
  const bounds = BOUNDS.filter((bound) => schema[bound] !== undefined);
  const extra = schema["additionalProperties"];
  return [
    ...sizes,
    ...bounds.map((bound) => String(schema[bound])),
    ...("default" in schema ? [`default ${JSON.stringify(schema["default"])}`] : []),
    ...(schema["uniqueItems"] ? ["no item twice"] : []),
    ...(typeof extra === "boolean" ? [`${extra ? "any" : "no"} other fields`] : []),
  ];
}

/** A type in words; a schema is named. */
export function typeWords(schema: Schema): string {
  const name = refName(schema);
  if (name) return name;
  const branches = (schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) as Schema[] | undefined;
  if (branches) return branches.map(typeWords).join(schema["allOf"] ? " and " : " or ");
  if (schema.type === "array" && schema.items) return `array of ${typeWords(schema.items)}`;
  const types = [schema.type ?? (schema.enum || "const" in schema ? "value" : "any")].flat();
  return `${types.join(" or ")} ${schema["format"] ?? ""}`;
}

/** A schema with its references followed; what stands beside a reference wins. */
export function followed(document: OpenApiDocument, schema: Schema): Schema {
  const { $ref, ...beside } = schema;
  return $ref ? { ...followed(document, resolve<Schema>(document, { $ref })), ...beside } : schema;
}
