import type { OpenApiDocument, Ref, Schema } from "./openapi.ts";
import { resolve } from "./references.ts";

/** A property or a parameter: text of its own, and a schema. */
interface Described {
  description?: string | undefined;
  schema?: Schema | Ref | undefined;
}

/**
 * Returns the text that an editor shows for a property or a parameter: its description, the meaning of its known values,
 * which stands with the schema of the values, and its bounds.
 */
export function hoverText(document: OpenApiDocument, { description, schema = {} }: Described): string | undefined {
  const target = resolve<Schema>(document, schema);
  const items = target.items ? resolve<Schema>(document, target.items as Schema) : undefined;
  const valued = [target, items].find((one) => one?.enum);
  const own = description ?? target.description;
  const meaning = valued?.description === own ? undefined : valued?.description;
  const text = [own, meaning].filter(Boolean).join("\n\n");
  const values = (valued?.enum ?? []).map((value) => `\`${value}\``);
  const isComplete = values.every((value) => text.includes(value));
  const limits = [bounds(target, own), items && bounds(items, own, "Each item: ")];
  const parts = [text, isComplete ? undefined : `Known values: ${values.join(", ")}.`, ...limits];
  return parts.filter(Boolean).join("\n\n").trim() || undefined;
}

/** Returns the documentation of a document with the text that an editor shows in place of each description. */
export function withHoverTexts(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  visit(copy, (node) => {
    const { properties, name, in: place, schema } = node as Record<string, any>;
    if (name && place && schema) setText(node, hoverText(document, node));
    for (const property of Object.values((properties ?? {}) as Record<string, Schema>)) {
      if (typeof property === "object" && property)
        setText(property, hoverText(document, { description: property.description, schema: property }));
    }
  });
  return copy;
}

function setText(node: Described, text: string | undefined): void {
  if (text) node.description = text;
}

/** Calls a function for every object of a document that is part of the API, which its examples are not. */
function visit(node: unknown, act: (node: Described) => void): void {
  if (typeof node !== "object" || node === null) return;
  act(node as Described);
  for (const [key, value] of Object.entries(node)) {
    if (!/^(examples?|default|enum|const|x-.*)$/.test(key)) visit(value, act);
  }
}

/** Returns the bounds of a schema in words, without those that a text names already. */
function bounds(schema: Schema, text = "", prefix = ""): string | undefined {
  const limits = [
    range(text, schema.minimum, schema.maximum, ""),
    range(text, schema.minLength, schema.maxLength, " characters"),
    range(text, schema.minItems, schema.maxItems, " items"),
  ].filter(Boolean);
  return limits.length ? `${prefix}${limits.join(" ")}` : undefined;
}

function range(text: string, least: unknown, most: unknown, unit: string): string | undefined {
  const numbers: string[] = text.match(/\d+/g) ?? [];
  const given = [least, most].filter((limit) => limit !== undefined);
  if (given.every((limit) => numbers.includes(String(limit)))) return undefined;
  if (given.length === 2) return `From ${least} to ${most}${unit}.`;
  return `At ${least === undefined ? "most" : "least"} ${given[0]}${unit}.`;
}
