import { closedSet, constraintsOf, documentedLimits, type Field, type TypePart } from "../components/schema.ts";
import type { Schema } from "../../../core/document.ts";
import type { Site } from "../model.ts";

/** Fields as a nested Markdown list. */
export function fieldMarkdown(site: Site, fields: Field[], indent = ""): string {
  return fields
    .map(({ name, type, required, schema, children }) => {
      const marks = [typeText(type), required && "required", schema["deprecated"] === true && "deprecated"];
      const text = schema.description?.trim().replace(/\s+/g, " ");
      const words = [text, facts(site, schema)].filter(Boolean).join(" ");
      const line = `${indent}- \`${name}\` ${marks.filter(Boolean).join(", ")}${words ? `: ${words}` : ""}`;
      return [line, ...(children.length ? [fieldMarkdown(site, children, `${indent}  `)] : [])].join("\n");
    })
    .join("\n");
}

/** Constraints and known values of a schema in parentheses; empty without any. */
export function facts(site: Site, schema: Schema): string {
  const list = (all: ReturnType<typeof constraintsOf>) =>
    all.map(([words, code]) => (code ? `${words} \`${code}\`` : words)).join(", ");
  const limits = documentedLimits(schema);
  const values = closedSet(site.document, schema).map((value) => `\`${JSON.stringify(value)}\``);
  const all = [
    list(constraintsOf(schema)),
    limits.length > 0 && `documented, but not enforced: ${list(limits)}`,
    values.length > 0 && `known values: ${values.join(", ")}`,
  ].filter(Boolean);
  return all.length > 0 ? `(${all.join("; ")})` : "";
}

export function typeText(type: TypePart[]): string {
  return type.map((part) => (typeof part === "string" ? part : part.name)).join("");
}

/** A fenced block of code. */
export function fence(lang: string, code: string): string {
  return `\`\`\`${lang}\n${code.trimEnd()}\n\`\`\``;
}

/** Joins the parts that have content with empty lines. */
export function paragraphs(parts: (string | false | undefined)[]): string {
  return parts.flatMap((part) => (part && part.trim() ? [part.trim()] : [])).join("\n\n");
}
