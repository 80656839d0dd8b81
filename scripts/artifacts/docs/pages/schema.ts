import { excerpt, SCHEMAS } from "../addresses.ts";
import { details, fieldList, typeLinks } from "../components/fields.ts";
import { codeBlock, html, json, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { lifecycleFigure, lifecycleOf } from "../components/lifecycle.ts";
import { viewOf, type View } from "../components/markdown.ts";
import { fieldsOf, typeOf } from "../components/schema.ts";
import { method, sectionsOf } from "../components/sections.ts";
import { schemaMarkdown, schemasMarkdown } from "../exports/markdown.ts";
import type { SchemaEntry, Site } from "../model.ts";

/** The page of a schema. */
export function schemaPage(site: Site, entry: SchemaEntry): Page {
  const { name, schema, address, usedBy } = entry;
  const view = viewOf(site, address);
  const fields = fieldsOf(site.document, { $ref: `#/components/schemas/${name}` }, "");
  const cycle = lifecycleOf(schema);
  const direction = isRequestOnly(entry) ? "request" : "response";
  const examples = (schema.examples ?? []).filter((value) => typeof value === "object");
  const { sections, body } = sectionsOf([
    [["lifecycle", "Life cycle"], cycle && lifecycleFigure(site, cycle, name, view.to)],
    [["fields", "Fields"], fields.length > 0 && fieldList(view, fields, { direction })],
    [
      ["examples", "Examples"],
      examples.length > 0 && html`${examples.map((value, index) => codeBlock(json(value), `Example ${index + 1}`))}`,
    ],
    [["used-by", "Used by"], (usedBy.operations.length > 0 || usedBy.schemas.length > 0) && users(view, entry)],
    [
      ["json-schema", "JSON Schema"],
      html`<details><summary>As it stands in the document</summary>
${codeBlock(json(schema), "JSON Schema")}</details>
`,
    ],
  ]);
  return {
    path: address,
    title: name,
    description: excerpt(schema.description) || `The schema ${name}.`,
    sections,
    crumb: html`<a href="${view.to(SCHEMAS)}">Schemas</a>`,
    markdown: schemaMarkdown(site, entry),
    body: html`<h1 translate="no">${name}</h1>
<p class="type-line"><span class="type">${typeLinks(view, typeOf(schema))}</span></p>
${view.markdown(schema.description)}
${details(view, schema, direction)}${body}`,
  };
}

/** The page that lists the schemas, by name. */
export function schemasPage(site: Site): Page {
  const view = viewOf(site, SCHEMAS);
  const entries = [...site.schemas.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const cards = entries.map(
    ({ name, address, schema }) => html`<li><a href="${view.to(address)}" translate="no">${breakable(name)}</a>
<p>${excerpt(schema.description)}</p></li>
`,
  );
  return {
    path: SCHEMAS,
    title: "Schemas",
    description: `The ${site.schemas.size} schemas of requests and responses.`,
    sections: [],
    markdown: schemasMarkdown(site),
    body: html`<h1>Schemas</h1>
<ul class="cards">
${cards}</ul>
`,
  };
}

/** Returns true where only request bodies and parameters refer to a schema; then its sets of values are closed. */
function isRequestOnly({ name, usedBy }: SchemaEntry, seen: string[] = []): boolean {
  const inResponse = usedBy.operations.some(({ responses }) =>
    JSON.stringify(responses).includes(`"#/components/schemas/${name}"`),
  );
  const users = usedBy.schemas.filter((user) => ![...seen, name].includes(user.name));
  return !inResponse && users.every((user) => isRequestOnly(user, [...seen, name]));
}

function users(view: View, { usedBy }: SchemaEntry): Html {
  const operations = usedBy.operations.map(
    (one) => html`<li><a href="${view.to(one.address)}">${method(one.method)}${one.title}</a></li>
`,
  );
  const schemas = usedBy.schemas.map(
    ({ name, address }) => html`<li><a href="${view.to(address)}" translate="no">${name}</a></li>
`,
  );
  return html`<ul class="plain">
${operations}${schemas}</ul>
`;
}

/** A name that may break between its words. */
function breakable(name: string): Html {
  return html`${name.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => html`${index > 0 && html`<wbr>`}${word}`)}`;
}
