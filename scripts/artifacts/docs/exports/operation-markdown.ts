import { jsonContent, type Parameter, type Response } from "../../../core/document.ts";
import { json } from "../components/html.ts";
import { notesOf, sampleNote } from "../components/notes.ts";
import { waitersOf } from "../components/waiters.ts";
import { field, fieldsOf, typeOf, type Field } from "../components/schema.ts";
import type { ErrorEntry, OperationEntry, Site } from "../model.ts";
import { fence, fieldMarkdown, paragraphs, typeText } from "./field-markdown.ts";

/** The page of an operation in Markdown. */
export function operationMarkdown(site: Site, operation: OperationEntry): string {
  const { document } = site;
  const { object, operationId, method, path, title, parameters, requestBody, responses, codes } = operation;
  const body = jsonContent(document, requestBody);
  return paragraphs([
    `# ${title}`,
    `\`${method} ${path}\` · operationId \`${operationId}\`${object.deprecated ? " · deprecated" : ""}`,
    object.description,
    ...notesOf(site, operation).map(([term, text]) => `**${term}.** ${text}`),
    waitersOf(operation)
      .map(([name, text]) => `- Waiter \`${name}\`: ${text}`)
      .join("\n"),
    parameters.length > 0 && "## Parameters",
    fieldMarkdown(
      site,
      parameters.map((parameter) => parameterField(site, parameter)),
    ),
    body && `## Request body\n\n\`${body.name}\` ${typeText(typeOf(body.schema ?? {}))}`,
    body && fieldMarkdown(site, fieldsOf(document, body.schema ?? {}, "")),
    ...Object.values(body?.examples ?? {}).map(({ value }) => fence("json", json(value))),
    "## Responses",
    ...Object.entries(responses).flatMap(([status, response]) => responseMarkdown(site, status, response)),
    codes.length > 0 && `## Error codes\n\n${codes.map((code) => errorLine(site.errors.get(code), code)).join("\n")}`,
    "## Samples",
    // One request as it is, and one call of the client: other languages follow from these.
    ...operation.samples.slice(0, 2).map(({ lang, source }) => fence(lang, source)),
    sampleNote(site, operation),
  ]);
}

function parameterField({ document }: Site, parameter: Parameter): Field {
  const { name, in: place, schema = {}, required = false, description } = parameter;
  const own = field(document, { name, schema, required }, "");
  const described = description === undefined ? own.schema : { ...own.schema, description };
  return { ...own, name: `${name}\` in \`${place}`, schema: described };
}

function responseMarkdown(site: Site, status: string, response: Response): (string | false | undefined)[] {
  const content = status < "4" ? jsonContent(site.document, response) : undefined;
  return [
    `### ${status}\n\n${response.description.trim()}`,
    content && fieldMarkdown(site, fieldsOf(site.document, content.schema ?? {}, "")),
    ...Object.values(content?.examples ?? {}).map(({ value }) => fence("json", json(value))),
  ];
}

/** An error code as an item of a list: status, meaning, when it comes, what to do. */
export function errorLine(entry: ErrorEntry | undefined, code: string): string {
  if (!entry) return `- \`${code}\``;
  const { status, meaning, when, action, retry } = entry;
  const words = [meaning, when, action, retry ? "Repeat it after a pause." : "Do not repeat it unchanged."]
    .filter(Boolean)
    .join(" ");
  return `- \`${code}\` (${status}): ${words}`;
}
