import type { Json, OpenApiDocument, Schema } from "../core/document.ts";
import { followed } from "./described.ts";

/** A value, with the verdict of its schema. */
export interface Probe {
  /** The place and the keyword that decide: a JSON pointer and a keyword. */
  about: string;
  value: Json;
  isValid: boolean;
  /** The closed set that it is not in. */
  closed?: Json[];
}

const WORDS = ["a", "A", "1", "a1", "", "<", "*", "-", "a b", "a.b", "1.2.3.4", "/", "iam:domain::a", "v1"];
const FORMATS: Record<string, string> = {
  "date-time": "2024-08-23T07:40:05Z",
  date: "2024-08-23",
  uuid: "4189d3c2-8882-4871-a3c2-d380272eed88",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/a",
  "uri-reference": "/a",
  email: "a@example.com",
};
const OTHERS: Json[] = ["text", 7.5, true, [], {}, null];

/** A value that is valid for a schema, with every member and one item in every list. */
export function validValue(document: OpenApiDocument, schema: Schema, within: Schema[] = []): Json {
  const whole = followed(document, schema);
  const next = [...within, whole];
  const { enum: values, properties = {}, items } = whole;
  if (values?.length) return values[0] as Json;
  if ("const" in whole) return whole["const"] as Json;
  const [option] = (whole["anyOf"] ?? []) as Schema[];
  if (option) return validValue(document, option, within);
  const bound = (keyword: string) => whole[keyword] as number | undefined;
  switch ([whole.type].flat()[0]) {
    case "string": {
      const length = Math.min(Math.max(bound("minLength") ?? 0, 1), bound("maxLength") ?? 1);
      return (
        FORMATS[whole["format"] as string] ??
        textsFor(whole).find((text) => text.length >= length) ??
        "a".repeat(length)
      );
    }
    case "integer":
    case "number":
      return bound("minimum") ?? bound("maximum") ?? 1;
    case "boolean":
      return true;
    case "array":
      return within.includes(whole)
        ? []
        : Array.from({ length: Math.max(bound("minItems") ?? 1, 1) }, () => validValue(document, items ?? {}, next));
    case "object":
      if (within.includes(whole)) return {};
      return Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, validValue(document, property, next)]),
      );
    default:
      return null;
  }
}

/** Words that the pattern and the lengths of a schema allow. */
function textsFor(schema: Schema): string[] {
  const examples = (schema.examples ?? []).filter((value): value is string => typeof value === "string");
  const pattern = new RegExp((schema["pattern"] as string | undefined) ?? "", "u");
  const { minLength = 0, maxLength = Infinity } = schema as { minLength?: number; maxLength?: number };
  return [...WORDS, ...examples].filter(
    (text) => pattern.test(text) && text.length >= minLength && text.length <= maxLength,
  );
}

/**
 * Values on both sides of every constraint of a schema, each with one thing in it to decide.
 *
 * @param names Names of members that must mean nothing to an object that is not described with them.
 */
export function probesOf(
  document: OpenApiDocument,
  schema: Schema,
  names: string[] = [],
  about = "",
  within: Schema[] = [],
): Probe[] {
  const whole = followed(document, schema);
  if (within.includes(whole)) return [];
  const next = [...within, whole];
  // A value that is invalid for one option may be valid for another.
  const options = (whole["anyOf"] ?? []) as Schema[];
  if (options.length) {
    return options.flatMap((option) => probesOf(document, option, names, about, next)).filter(({ isValid }) => isValid);
  }
  const found: Probe[] = [];
  const add = (keyword: string, isValid: boolean, value: Json) =>
    found.push({ about: `${about} ${keyword}`, value, isValid });
  const types = [whole.type ?? []].flat();
  const valid = validValue(document, whole, within);
  const fits = (value: Json) => !types.length || types.some((type) => isOf(type, value));
  add("as described", fits(valid), valid);

  if (types.length) for (const other of OTHERS) if (!types.some((type) => isOf(type, other))) add("type", false, other);
  for (const value of whole.enum ?? []) add("enum", fits(value), value);
  if (whole.enum)
    found.push({
      about: `${about} enum`,
      value: types.includes("string") || !types.length ? "no such value" : -987654321,
      isValid: false,
      closed: whole.enum,
    });
  if (types.includes("string") && !whole.enum) {
    const { minLength = 0, maxLength } = whole as { minLength?: number; maxLength?: number };
    const pattern = new RegExp((whole["pattern"] as string | undefined) ?? "", "u");
    const filler = ["a", "1", "A"].find(
      (char) =>
        maxLength !== undefined && pattern.test(char.repeat(maxLength)) && pattern.test(char.repeat(maxLength + 1)),
    );
    const isPlain = FORMATS[whole["format"] as string] === undefined;
    if (isPlain && filler && maxLength !== undefined) {
      add("maxLength", true, filler.repeat(maxLength));
      add("maxLength", false, filler.repeat(maxLength + 1));
      // A length is one of characters, not of the halves that some are stored in.
      if (pattern.test("😀".repeat(maxLength))) add("maxLength", true, "😀".repeat(maxLength));
    }
    if (isPlain && minLength > 0 && pattern.test("a".repeat(minLength - 1)))
      add("minLength", false, "a".repeat(minLength - 1));
    const odd = WORDS.find(
      (text) => !pattern.test(text) && text.length >= minLength && text.length <= (maxLength ?? Infinity),
    );
    if (odd !== undefined) add("pattern", false, odd);
    if (!isPlain) add("format", false, "a b");
    else for (const text of textsFor(whole)) add("as text", true, text);
  }
  if (types.includes("integer") || types.includes("number")) {
    const { minimum, maximum } = whole as { minimum?: number; maximum?: number };
    if (minimum !== undefined) add("minimum", false, minimum - 1);
    if (maximum !== undefined) {
      add("maximum", true, maximum);
      // Beyond what is exact, one more is the same number.
      add("maximum", false, maximum + Math.max(1, Math.abs(maximum) * 2 ** -50));
    }
  }
  if (Array.isArray(valid) && types.includes("array")) {
    const { minItems = 0, maxItems } = whole as { minItems?: number; maxItems?: number };
    const many = (length: number) => Array.from({ length }, () => valid[0] ?? null);
    if (minItems > 0) add("minItems", false, many(minItems - 1));
    else add("minItems", true, []);
    if (maxItems !== undefined && !whole["uniqueItems"]) {
      add("maxItems", true, many(maxItems));
      add("maxItems", false, many(maxItems + 1));
    }
    if (whole["uniqueItems"]) add("uniqueItems", false, many(Math.max(minItems, 2)));
    else if (maxItems === undefined || maxItems > 1) add("uniqueItems", true, many(Math.max(minItems, 2)));
    if (whole.items)
      for (const { value, ...rest } of probesOf(document, whole.items, names, `${about}/0`, next))
        found.push({ ...rest, value: [value, ...valid.slice(1)] });
  }
  if (types.includes("object") && typeof valid === "object" && valid !== null && !Array.isArray(valid)) {
    for (const [name, property] of Object.entries(whole.properties ?? {})) {
      const { [name]: _, ...rest } = valid;
      add(`required ${name}`, !whole.required?.includes(name), rest);
      for (const { value, ...probe } of probesOf(document, property, names, `${about}/${name}`, next))
        found.push({ ...probe, value: { ...valid, [name]: value } });
    }
    const extra = whole["additionalProperties"];
    if (typeof extra === "object" && extra) {
      for (const { value, ...probe } of probesOf(document, extra as Schema, names, `${about}/*`, next))
        found.push({ ...probe, value: { ...valid, "added later": value } });
    } else {
      // Nearly every type refuses this number.
      for (const name of [...names, "added later"])
        if (!(name in valid)) add("additionalProperties", extra !== false, { ...valid, [name]: 7.5 });
    }
  }
  return found;
}

function isOf(type: string, value: Json): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
