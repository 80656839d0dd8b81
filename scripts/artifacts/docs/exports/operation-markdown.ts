import { jsonContent, type Operation, type Schema } from "../../../core/document.ts";
import { json } from "../components/html.ts";
import { notesOf } from "../components/notes.ts";
import {
  closedSet,
  constraintsOf,
  documentedLimits,
  field,
  fieldsOf,
  typeOf,
  type Field,
  type TypePart,
} from "../components/schema.ts";
import { titleOf, type Site } from "../model.ts";

/** The page of an operation in Markdown. */
export function operationMarkdown(site: Site, operation: Operation): string {
  const { document } = site;
  const { object, operationId, method, path, parameters, requestBody, responses } = operation;
  const body = jsonContent(document, requestBody);
  const codes = (object["x-error-codes"] ?? []) as string[];
  const parts = [
    `# ${titleOf(operation)}`,
    `\`${method} ${path}\` · operationId \`${operationId}\`${object.deprecated ? " · deprecated" : ""}`,
    object.description,
    ...notesOf(site, operation).map(([term, text]) => `**${term}.** ${text.startsWith("-") ? `\n\n${text}` : text}`),
    parameters.length > 0 && "## Parameters",
    list(
      site,
      parameters.map(({ name, in: place, schema = {}, required = false, description }) => {
        const own = field(document, { name, schema, required }, "");
        return {
          ...own,
          name: `${name}\` in \`${place}`,
          schema: { ...own.schema, ...(description !== undefined && { description }) },
        };
      }),
    ),
    body && `## Request body\n\n\`${body.name}\` ${typeText(typeOf(body.schema ?? {}))}`,
    body && list(site, fieldsOf(document, body.schema ?? {}, "")),
    ...Object.values(body?.examples ?? {}).map(({ value }) => fence("json", json(value))),
    "## Responses",
    ...Object.entries(responses).flatMap(([status, response]) => {
      const content = status < "4" ? jsonContent(document, response) : undefined;
      return [
        `### ${status}\n\n${response.description.trim()}`,
        content && list(site, fieldsOf(document, content.schema ?? {}, "")),
        ...Object.values(content?.examples ?? {}).map(({ value }) => fence("json", json(value))),
      ];
    }),
    codes.length > 0 && `## Error codes\n\n${codes.map((code) => errorLine(site, code)).join("\n")}`,
    "## Samples",
    ...(site.samples.get(operationId) ?? []).map(({ lang, source }) => fence(lang, source)),
  ];
  return `${join(parts)}\n`;
}

/** A schema in Markdown. */
export function schemaMarkdown(site: Site, name: string, schema: Schema): string {
  const { document } = site;
  const examples = (schema.examples ?? []).map((value) => fence("json", json(value)));
  return `${join([`# ${name}`, typeText(typeOf(schema)), schema.description, facts(site, schema), list(site, fieldsOf(document, schema, "", [name])), ...examples])}\n`;
}

function join(parts: (string | false | undefined)[]): string {
  return parts.flatMap((part) => (part && part.trim() ? [part.trim()] : [])).join("\n\n");
}

function list(site: Site, fields: Field[], indent = ""): string {
  return fields
    .map(({ name, type, required, schema, children }) => {
      const words = [schema.description?.trim().replace(/\s+/g, " "), facts(site, schema)].filter(Boolean).join(" ");
      const line = `${indent}- \`${name}\` ${typeText(type)}${required ? ", required" : ""}${schema["deprecated"] === true ? ", deprecated" : ""}${words ? `: ${words}` : ""}`;
      return [line, ...(children.length ? [list(site, children, `${indent}  `)] : [])].join("\n");
    })
    .join("\n");
}

function facts(site: Site, schema: Schema): string {
  const say = (all: ReturnType<typeof constraintsOf>) =>
    all.map(([words, code]) => (code ? `${words} \`${code}\`` : words)).join(", ");
  const limits = documentedLimits(schema);
  const values = closedSet(site.document, schema).map((value) => `\`${JSON.stringify(value)}\``);
  const all = [
    say(constraintsOf(schema)),
    limits.length && `documented, but not kept to: ${say(limits)}`,
    values.length && `one of ${values.join(", ")}`,
  ].filter(Boolean);
  return all.length ? `(${all.join("; ")})` : "";
}

function errorLine(site: Site, code: string): string {
  const known = site.errors.get(code);
  return known
    ? `- \`${code}\` (${known.status}): ${known.meaning}${known.retry ? " Worth a second try." : ""}`
    : `- \`${code}\``;
}

function typeText(type: TypePart[]): string {
  return type.map((part) => (typeof part === "string" ? part : part.schema)).join("");
}

function fence(lang: string, code: string): string {
  return `\`\`\`${lang}\n${code.trimEnd()}\n\`\`\``;
}
