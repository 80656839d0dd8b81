import { jsonContent, resolve, type Header, type Parameter, type Ref, type Response } from "../../../core/document.ts";
import { CONSOLE_FILE, excerpt, MOCK_ADDRESS_FILE, REFERENCE, redocPath } from "../addresses.ts";
import { consoleForm } from "../components/console-form.ts";
import { errorList } from "../components/errors.ts";
import { exampleList, fieldList, typeLinks } from "../components/fields.ts";
import { code, html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { viewOf, type View } from "../components/markdown.ts";
import { notesOf, sampleNote } from "../components/notes.ts";
import { waitersOf } from "../components/waiters.ts";
import { sampleList } from "../components/sample-list.ts";
import { field, fieldsOf, typeOf, type Field } from "../components/schema.ts";
import { method, sectionsOf } from "../components/sections.ts";
import { operationMarkdown } from "../exports/operation-markdown.ts";
import type { OperationEntry, Site } from "../model.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;

/** The page of an operation. */
export function operationPage(site: Site, operation: OperationEntry): Page {
  const { object, operationId, path, title, group, address } = operation;
  const view = viewOf(site, address);
  const { sections, body } = sectionsOf([
    [["samples", "Samples"], html`${sampleList(operation.samples)}${view.markdown(sampleNote(site, operation))}`],
    [["notes", "Notes"], notes(view, operation)],
    [["parameters", "Parameters"], operation.parameters.length > 0 && parameters(view, operation.parameters)],
    [["body", "Request body"], requestBody(view, operation)],
    [["responses", "Responses"], responses(view, operation)],
    [["errors", "Errors"], errors(view, operation)],
    [["try", "Try it"], consoleForm(site, operation)],
  ]);
  return {
    path: address,
    title,
    description: excerpt(object.description ?? object.summary ?? `${operation.method} ${path}`),
    group,
    redoc: redocPath(group.name, operationId),
    scripts: [MOCK_ADDRESS_FILE, CONSOLE_FILE],
    columns: "reference",
    sections,
    crumb: html`<a href="${view.to(`${REFERENCE}#${group.slug}`)}">${group.name}</a>`,
    markdown: operationMarkdown(site, operation),
    body: html`<div class="intro">
<h1>${title}${object.deprecated && html` <span class="deprecated">deprecated</span>`}</h1>
<p class="address">${method(operation.method)}<code data-copy translate="no">${path}</code></p>
<p class="names">operationId <code data-copy translate="no">${operationId}</code></p>
${view.markdown(object.description)}
<nav class="jump" aria-label="On this page">${sections.map(([id, text]) => html`<a href="#${id}">${text}</a> `)}</nav>
</div>
${body}`,
  };
}

function notes(view: View, operation: OperationEntry): Html {
  const entry = (term: string, content: Html, id?: string) =>
    html`<div${id && html` id="${id}"`}><dt>${term}</dt><dd>${content}</dd></div>
`;
  const waiters = waitersOf(operation).map(([name, text]) =>
    entry("Waiter", html`<p>${code(name)}</p>${view.markdown(text)}`, `waiter.${name}`),
  );
  return html`<dl class="notes">
${notesOf(view.site, operation).map(([term, text]) => entry(term, view.markdown(text)))}${waiters}</dl>
`;
}

function parameters(view: View, all: Parameter[]): Html {
  const lists = PLACES.map((place) => {
    const fields = all.filter((one) => one.in === place).map((one) => parameterField(view, one));
    const title = `${place.charAt(0).toUpperCase()}${place.slice(1)} parameters`;
    return (
      fields.length > 0 &&
      html`<h3>${title}</h3>
${fieldList(view, fields, { direction: "request" })}`
    );
  });
  return html`${lists}`;
}

function parameterField({ site }: View, parameter: Parameter): Field {
  const { name, in: place, schema = {}, required = false, description, deprecated, examples = {} } = parameter;
  const option = parameter["x-client-option"];
  const note = option && `\n\nThe client takes it from its option \`${option}\` where a call leaves it out.`;
  const values = Object.values(examples).flatMap(({ value }) => (value === undefined ? [] : [value]));
  const shown = {
    ...schema,
    ...(description !== undefined && { description: `${description.trimEnd()}${note ?? ""}` }),
    ...(deprecated && { deprecated }),
    ...(values.length > 0 && { examples: values }),
  };
  return field(site.document, { name, schema: shown, required }, place);
}

function requestBody(view: View, { requestBody: body }: OperationEntry): Html | undefined {
  const { document } = view.site;
  const content = jsonContent(document, body);
  if (!body || !content) return undefined;
  const { schema = {}, examples, name } = content;
  const required = body.required && html` <span class="required">required</span>`;
  return html`<p class="type-line">${code(name)} <span class="type">${typeLinks(view, typeOf(schema))}</span>${required}</p>
${view.markdown(body.description)}
${fieldList(view, fieldsOf(document, schema, "body"), { direction: "request" })}${exampleList(view, examples, "Request")}`;
}

function responses(view: View, operation: OperationEntry): Html {
  const successes = Object.entries(operation.responses).filter(([status]) => status < "4");
  return html`${successes.map(([status, one]) => response(view, status, one))}`;
}

function response(view: View, status: string, { description, headers = {}, ...body }: Response): Html {
  const { document } = view.site;
  const content = jsonContent(document, body);
  const schema = content?.schema ?? {};
  const type = content?.schema && html` <span class="type">${typeLinks(view, typeOf(schema))}</span>`;
  const headerFields = Object.entries(headers).map(([name, header]) => headerField(view, name, header, status));
  return html`<h3 id="response-${status}"><span class="status ok">${status}</span>${type}</h3>
${view.markdown(description)}
${
  headerFields.length > 0 &&
  html`<h4>Headers</h4>
${fieldList(view, headerFields, { direction: "response" })}`
}${
    content
      ? fieldList(view, fieldsOf(document, schema, status), { direction: "response" })
      : html`<p>No body.</p>
`
  }${content && exampleList(view, content.examples, "Response")}`;
}

function headerField({ site: { document } }: View, name: string, header: Header | Ref, prefix: string): Field {
  const { schema = {}, description = "" } = resolve(document, header);
  return field(document, { name, schema: { ...schema, description }, required: false }, prefix);
}

function errors(view: View, { responses: all, codes }: OperationEntry): Html | undefined {
  const statuses = Object.entries(all).filter(([status]) => status >= "4");
  if (!statuses.length) return undefined;
  const { document } = view.site;
  const schema = statuses.map(([, one]) => jsonContent(document, one)?.schema).find((one) => one !== undefined);
  const rows = statuses.map(
    ([status, { description }]) => html`<div id="response-${status}"><dt><span class="status">${status}</span></dt>
<dd>${view.markdown(description)}</dd></div>
`,
  );
  return html`${schema && html`<p>Body: <span class="type">${typeLinks(view, typeOf(schema))}</span></p>`}
${
  codes.length > 0 &&
  html`<h3 id="codes">Error codes</h3>
<p>Inferred from their meaning: no source says which operation returns which code.</p>
${errorList(view, codes)}`
}<h3 id="statuses">Statuses</h3>
<dl class="statuses">
${rows}</dl>
`;
}
