import { listOperations, type Json, type OpenApiDocument, type Schema } from "../../../core/document.ts";
import { details, fieldList, typeLinks } from "../components/fields.ts";
import { codeBlock, html, json, type Html } from "../components/html.ts";
import { headline, method, type Page, type Section } from "../components/layout.ts";
import { lifecycleFigure, lifecycleOf } from "../components/lifecycle.ts";
import { markdown } from "../components/markdown.ts";
import { fieldsOf, typeOf } from "../components/schema.ts";
import { excerpt, operationPath, schemaPath, titleOf, type Site } from "../model.ts";

/** What names each schema directly: operations, and other schemas. */
export type Users = Map<string, { operations: string[]; schemas: string[] }>;

/** The page of a schema. */
export function schemaPage(site: Site, name: string, schema: Schema, users: Users): Page {
  const root = "../";
  const fields = fieldsOf(site.document, { $ref: `#/components/schemas/${name}` }, "");
  const cycle = lifecycleOf(schema);
  const examples = (schema.examples ?? []).filter((value) => typeof value === "object");
  const parts: [Section, Html | false | undefined][] = [
    [["lifecycle", "Life cycle"], cycle && lifecycleFigure(site, cycle, name, root)],
    [["fields", "Fields"], fields.length > 0 && fieldList(site, fields, root)],
    [
      ["examples", "Examples"],
      examples.length > 0 && html`${examples.map((value, index) => codeBlock(json(value), `Example ${index + 1}`))}`,
    ],
    [["used-by", "Used by"], usedBy(site, users.get(name), root)],
    [
      ["json-schema", "JSON Schema"],
      html`<details><summary>As it stands in the description</summary>
${codeBlock(json(schema), "JSON Schema")}</details>
`,
    ],
  ];
  const present = parts.filter(([, content]) => content);
  return {
    path: schemaPath(name),
    title: name,
    description: excerpt(schema.description) || `The schema ${name}.`,
    sections: present.map(([section]) => section),
    body: html`<p class="crumb"><a href="index.html">Schemas</a></p>
<h1>${name}</h1>
<p class="type-line"><span class="type">${typeLinks(typeOf(schema), root)}</span></p>
${markdown(site, schema.description, root)}
${details(site, schema)}${present.map(
      ([section, content]) => html`<section aria-labelledby="${section[0]}">
${headline(section)}${content}</section>
`,
    )}`,
  };
}

/** The page that lists the schemas. */
export function schemasPage({ schemas }: Site): Page {
  return {
    path: schemaPath("index"),
    title: "Schemas",
    description: `The ${schemas.size} schemas of requests and answers.`,
    sections: [],
    body: html`<h1>Schemas</h1>
<ul class="cards">
${[...schemas].map(
  ([name, { description }]) => html`<li><a href="${name}.html">${name}</a><p>${excerpt(description)}</p></li>
`,
)}</ul>
`,
  };
}

/** Finds what names each schema. */
export function usersOf(document: OpenApiDocument): Users {
  const users: Users = new Map();
  const entry = (name: string) =>
    users.get(name) ?? users.set(name, { operations: [], schemas: [] }).get(name) ?? { operations: [], schemas: [] };
  for (const { operationId, requestBody, responses, parameters } of listOperations(document)) {
    for (const name of namesIn({ requestBody, responses, parameters } as unknown as Json))
      entry(name).operations.push(operationId);
  }
  for (const [user, schema] of Object.entries(document.components?.["schemas"] ?? {})) {
    for (const name of namesIn(schema as Json)) entry(name).schemas.push(user);
  }
  return users;
}

function namesIn(value: Json): Set<string> {
  return new Set(
    [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"/]+)"/g)].map(([, name = ""]) => name),
  );
}

function usedBy(
  site: Site,
  users: { operations: string[]; schemas: string[] } | undefined,
  root: string,
): Html | undefined {
  if (!users) return undefined;
  const operations = site.operations.filter(({ operationId }) => users.operations.includes(operationId));
  return html`<ul class="plain">
${operations.map(
  (
    operation,
  ) => html`<li><a href="${root}${operationPath(operation.operationId)}">${method(operation.method)}${titleOf(operation)}</a></li>
`,
)}${users.schemas.map(
    (name) => html`<li><a href="${name}.html">${name}</a></li>
`,
  )}</ul>
`;
}
