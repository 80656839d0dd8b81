import type { Example, Schema } from "../../../core/document.ts";
import { codeBlock, html, json, type Html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { closedSet, constraintsOf, documentedLimits, type Constraint, type Field, type TypePart } from "./schema.ts";
import { schemaPath, type Site } from "../model.ts";

/** A list of fields, each under an anchor; what lies deeper than `open` levels is folded. */
export function fieldList(site: Site, fields: Field[], root: string, open = 1): Html {
  return html`<div class="fields">
${fields.map((field) => fieldItem(site, field, root, open))}</div>
`;
}

function fieldItem(site: Site, field: Field, root: string, open: number): Html {
  const { id, name, required, schema, type, children } = field;
  return html`<div class="field" id="${id}">
<p class="head"><a class="anchor" href="#${id}"><code class="name">${name}</code></a> <span class="type">${typeLinks(type, root)}</span>${required && html` <span class="required">required</span>`}${schema["deprecated"] === true && html` <span class="deprecated">deprecated</span>`}</p>
${markdown(site, schema.description, root)}
${details(site, schema)}
${
  children.length > 0 &&
  html`<details${open > 0 && html` open`}><summary>${children.length} ${children.length === 1 ? "field" : "fields"}${field.of && html` of ${field.of}`}</summary>
${fieldList(site, children, root, open - 1)}</details>
`
}</div>
`;
}

/** Constraints, closed set and examples of a value. */
export function details(site: Site, schema: Schema): Html {
  const constraints = constraintsOf(schema);
  const limits = documentedLimits(schema);
  const values = closedSet(site.document, schema);
  const examples = (schema.examples ?? []).filter((value) => typeof value !== "object");
  return html`${
    constraints.length > 0 &&
    html`<p class="facts">${constraints.map(constraint)}</p>
`
  }${
    limits.length > 0 &&
    html`<p class="facts">Documented, but not kept to: ${limits.map(constraint)}</p>
`
  }${
    values.length > 0 &&
    html`<p class="facts">One of ${values.map((value) => html`<code>${JSON.stringify(value)}</code> `)}</p>
`
  }${
    examples.length > 0 &&
    html`<p class="facts">For example ${examples.map((value) => html`<code>${JSON.stringify(value)}</code> `)}</p>
`
  }`;
}

function constraint([words, code]: Constraint): Html {
  return html`<span>${words}${code !== undefined && html` <code>${code}</code>`}</span> `;
}

/** A type in words, with a link to each schema in it. */
export function typeLinks(type: TypePart[], root: string): Html {
  return html`${type.map((part) => (typeof part === "string" ? part : html`<a href="${root}${schemaPath(part.schema)}">${part.schema}</a>`))}`;
}

/** Named examples; the first one is open. */
export function exampleList(examples: Record<string, Example>, kind: string): Html {
  return html`${Object.entries(examples).map(
    (
      [name, { summary, value }],
      index,
    ) => html`<details class="example"${index === 0 && html` open`}><summary>${kind}: ${summary ?? name}</summary>
${codeBlock(json(value), `${kind} ${name}`)}</details>
`,
  )}`;
}
