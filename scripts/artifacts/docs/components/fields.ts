import type { Example, Schema } from "../../../core/document.ts";
import { code, codeBlock, html, json, type Html } from "./html.ts";
import type { View } from "./markdown.ts";
import { closedSet, constraintsOf, documentedLimits, type Constraint, type Field, type TypePart } from "./schema.ts";

/** In a request a set of values is closed; a response may carry a value that nobody has documented. */
export type Direction = "request" | "response";

interface ListOptions {
  direction: Direction;
  /** Levels that are open; deeper ones are folded. */
  open?: number;
}

/** A list of fields, each under an anchor. */
export function fieldList(view: View, fields: Field[], options: ListOptions): Html {
  return html`<div class="fields">
${fields.map((field) => fieldItem(view, field, options))}</div>
`;
}

function fieldItem(view: View, field: Field, options: ListOptions): Html {
  const { id, name, required, schema, type, children } = field;
  const marks = [required && "required", schema["deprecated"] === true && "deprecated"].filter(
    (mark) => mark !== false,
  );
  return html`<div class="field" id="${id}">
<p class="head"><a class="anchor" href="#${id}"><code class="name" translate="no">${name}</code></a>
<span class="type">${typeLinks(view, type)}</span>${marks.map((mark) => html` <span class="${mark}">${mark}</span>`)}</p>
${view.markdown(schema.description)}
${details(view, schema, options.direction)}
${children.length > 0 && innerFields(view, field, options)}</div>
`;
}

function innerFields(view: View, { children, of }: Field, { direction, open = 1 }: ListOptions): Html {
  return html`<details${open > 0 && html` open`}>
<summary>${children.length} ${children.length === 1 ? "field" : "fields"}${of && html` of ${of}`}</summary>
${fieldList(view, children, { direction, open: open - 1 })}</details>
`;
}

/** Constraints, set of values and examples of a value. */
export function details(view: View, schema: Schema, direction: Direction): Html {
  const values = closedSet(view.site.document, schema);
  const limits = documentedLimits(schema);
  const examples = (schema.examples ?? []).filter((value) => typeof value !== "object");
  return html`${factLine("", constraintsOf(schema).map(constraint))}
${factLine("Documented, but not enforced:", limits.map(constraint))}
${factLine(direction === "request" ? "One of" : "Known values", values.map(literal))}
${factLine("For example", examples.map(literal))}`;
}

function factLine(label: string, facts: Html[]): Html | false {
  return facts.length > 0 && html`<p class="facts">${label} ${facts}</p>`;
}

function literal(value: unknown): Html {
  return html`${code(JSON.stringify(value))} `;
}

function constraint([words, value]: Constraint): Html {
  return html`<span>${words}${value !== undefined && html` ${code(value)}`}</span> `;
}

/** A type in words, with a link to each name that has a page. */
export function typeLinks(view: View, type: TypePart[]): Html {
  const parts = type.map((part) =>
    typeof part === "string"
      ? part
      : html`<a href="${view.to(view.site.pageOf.get(part.name) ?? "")}" translate="no">${part.name}</a>`,
  );
  return html`${parts}`;
}

/** Named examples; the first one is open. */
export function exampleList(view: View, examples: Record<string, Example>, kind: string): Html {
  const items = Object.entries(examples).map(
    ([name, { summary, value }], index) => html`<details class="example"${index === 0 && html` open`}>
<summary>${kind}: ${view.inline(summary ?? name)}</summary>
${codeBlock(json(value), `${kind} ${name}`)}</details>
`,
  );
  return html`${items}`;
}
