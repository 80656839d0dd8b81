// The only file that imports hono: a template whose values are escaped unless they are HTML already.
import { html as template, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString;

/** A value of a template. Lists are joined; `false`, `null` and `undefined` are left out. */
type Value = Html | string | number | boolean | null | undefined | Value[];

/** Renders a template. Without promises among its values, hono's template is never a promise itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return template(strings, ...values) as Html;
}

/** Marks a text as HTML that is put into a template as it stands. */
export function trusted(text: string): Html {
  return raw(text);
}

/** Prints JSON for people. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Renders a name of the API, which a translator must leave alone. */
export function code(text: string): Html {
  return html`<code translate="no">${text}</code>`;
}

/** Renders a block of code. It scrolls by keyboard, and a script adds a button that copies it. */
export function codeBlock(text: string, label?: string): Html {
  const name = label ? html` role="group" aria-label="${label}"` : "";
  return html`<div class="code"><pre tabindex="0"${name}>${code(text)}</pre></div>
`;
}

/** Embeds JSON in a page for a script to read. */
export function dataBlock(id: string, value: unknown): Html {
  const text = trusted(JSON.stringify(value).replaceAll("<", "\\u003c"));
  return html`<script type="application/json" id="${id}">${text}</script>
`;
}
