import { jsonContent, resolve, type Header, type Operation, type Parameter, type Ref } from "../../../core/document.ts";
import { consoleForm } from "../components/console-form.ts";
import { errorRows } from "./errors.ts";
import { exampleList, fieldList, typeLinks } from "../components/fields.ts";
import { codeBlock, html, type Html } from "../components/html.ts";
import { headline, method, type Page, type Section } from "../components/layout.ts";
import { markdown } from "../components/markdown.ts";
import { notesOf } from "../components/notes.ts";
import { field, fieldsOf, typeOf, type Field } from "../components/schema.ts";
import { excerpt, operationPath, redocPath, tagOf, titleOf, type Site } from "../model.ts";

const PLACES = ["path", "query", "header", "cookie"] as const;

/** The page of an operation. */
export function operationPage(site: Site, operation: Operation): Page {
  const { object, operationId, path } = operation;
  const parts: [Section, Html | false | undefined][] = [
    [["notes", "Good to know"], notes(site, operation)],
    [["samples", "Samples"], samples(site, operation)],
    [["try", "Try it"], consoleForm(site, operation)],
    [["parameters", "Parameters"], operation.parameters.length > 0 && parameters(site, operation.parameters)],
    [["body", "Request body"], body(site, operation)],
    [["responses", "Responses"], answers(site, operation)],
    [["errors", "Errors"], errors(site, operation)],
  ];
  const present = parts.filter(([, content]) => content);
  return {
    path: operationPath(operationId),
    title: titleOf(operation),
    description: excerpt(object.description ?? object.summary ?? `${operation.method} ${path}`),
    group: site.groups.find(({ name }) => name === tagOf(operation)),
    redoc: redocPath(operation),
    scripts: ["mock.js", "console.js"],
    sections: present.map(([section]) => section),
    body: html`<p class="crumb">${tagOf(operation)}</p>
<h1>${titleOf(operation)}${object.deprecated && html` <span class="deprecated">deprecated</span>`}</h1>
<p class="address">${method(operation.method)}<code data-copy>${path}</code></p>
<p class="names"><code data-copy>${operationId}</code> <a href="${operationPath(operationId).replace(/html$/, "md")}">Markdown</a></p>
${markdown(site, object.description, "")}
${present.map(
  ([section, content]) => html`<section aria-labelledby="${section[0]}">
${headline(section)}${content}</section>
`,
)}`,
  };
}

function notes(site: Site, operation: Operation): Html {
  return html`<dl class="notes">
${notesOf(site, operation).map(
  ([term, text]) => html`<div><dt>${term}</dt><dd>${markdown(site, text, "")}</dd></div>
`,
)}</dl>
`;
}

function samples(site: Site, { operationId }: Operation): Html {
  return html`<div class="samples">
${(site.samples.get(operationId) ?? []).map(
  ({ label, source }) => html`<div class="sample" data-label="${label}"><p class="label">${label}</p>
${codeBlock(source.trimEnd(), `Sample in ${label}`)}</div>
`,
)}</div>
`;
}

function parameters(site: Site, all: Parameter[]): Html {
  const groups = PLACES.map((place) => [place, all.filter((one) => one.in === place)] as const);
  return html`${groups
    .filter(([, some]) => some.length > 0)
    .map(
      ([place, some]) => html`<h3>${place.replace(/^./, (first) => first.toUpperCase())} parameters</h3>
${fieldList(
  site,
  some.map(({ name, schema = {}, required = false, description, deprecated, examples, "x-client-option": option }) => {
    const shown = {
      ...schema,
      ...(description !== undefined && { description: withOption(description, option) }),
      ...(deprecated && { deprecated }),
    };
    const values = Object.values(examples ?? {}).flatMap(({ value }) => (value === undefined ? [] : [value]));
    return field(
      site.document,
      { name, schema: values.length ? { ...shown, examples: values } : shown, required },
      place,
    );
  }),
  "",
)}`,
    )}`;
}

function withOption(description: string, option: unknown): string {
  return option ? `${description.trimEnd()}\n\nThe client fills it in from its option \`${option}\`.` : description;
}

function body(site: Site, { requestBody }: Operation): Html | undefined {
  const content = jsonContent(site.document, requestBody);
  if (!requestBody || !content) return undefined;
  const { schema = {}, examples, name } = content;
  return html`<p class="type-line"><code>${name}</code> <span class="type">${typeLinks(typeOf(schema), "")}</span>${requestBody.required && html` <span class="required">required</span>`}</p>
${markdown(site, requestBody.description, "")}
${fieldList(site, fieldsOf(site.document, schema, "body"), "")}${exampleList(examples, "Request")}`;
}

function answers(site: Site, { responses }: Operation): Html {
  return html`${Object.entries(responses)
    .filter(([status]) => status < "4")
    .map(([status, response]) => {
      const content = jsonContent(site.document, response);
      const headers = Object.entries(response.headers ?? {});
      return html`<h3 id="response-${status}"><span class="status ok">${status}</span>${content?.schema && html` <span class="type">${typeLinks(typeOf(content.schema), "")}</span>`}</h3>
${markdown(site, response.description, "")}
${
  headers.length > 0 &&
  html`<h4>Headers</h4>
${fieldList(
  site,
  headers.map(([name, header]) => headerField(site, name, header, status)),
  "",
)}`
}${
        content
          ? fieldList(site, fieldsOf(site.document, content.schema ?? {}, status), "")
          : html`<p>No body.</p>
`
      }${content && exampleList(content.examples, "Response")}`;
    })}`;
}

function headerField({ document }: Site, name: string, header: Header | Ref, prefix: string): Field {
  const { schema = {}, description = "" } = resolve(document, header);
  return field(document, { name, schema: { ...schema, description }, required: false }, prefix);
}

function errors(site: Site, { responses, object }: Operation): Html | undefined {
  const statuses = Object.entries(responses).filter(([status]) => status >= "4");
  if (!statuses.length) return undefined;
  const codes = (object["x-error-codes"] ?? []) as string[];
  const schemas = new Map(
    statuses.flatMap(([, response]) => {
      const schema = jsonContent(site.document, response)?.schema;
      return schema ? [[JSON.stringify(schema), typeLinks(typeOf(schema), "")]] : [];
    }),
  );
  return html`${
    schemas.size > 0 &&
    html`<p>Body: <span class="type">${[...schemas.values()]}</span></p>
`
  }${
    codes.length > 0 &&
    html`<h3 id="codes">Codes of this operation</h3>
${errorRows(site, codes, "")}`
  }<h3 id="statuses">Statuses</h3>
<dl class="statuses">
${statuses.map(
  ([
    status,
    { description },
  ]) => html`<div id="response-${status}"><dt><span class="status">${status}</span></dt><dd>${markdown(site, description, "")}</dd></div>
`,
)}</dl>
`;
}
