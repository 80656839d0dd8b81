// The only file that imports marked.
import { Marked, type RendererObject } from "marked";
import { dirname } from "node:path";
import { excerpt, relativePath, slug } from "../addresses.ts";
import type { Site } from "../model.ts";
import { code as codeSpan, html, trusted, type Html } from "./html.ts";

/** A page as its components see it: what the site has, and how to link to it from there. */
export interface View {
  site: Site;
  /** Address of the page, relative to the root of the site. */
  path: string;
  /** Link from this page to another one. */
  to(address: string): string;
  /** Renders Markdown. HTML in it is shown, not obeyed. */
  markdown(text: string | undefined): Html;
  /** Renders Markdown of one line, without a paragraph around it. */
  inline(text: string): Html;
}

/** `headingShift` is added to the level of each heading: chapters of a document start with `#`, and its page has an h1. */
export function viewOf(site: Site, path: string, headingShift = 1): View {
  const folder = `${dirname(path)} ${headingShift}`;
  const known = renderers.get(site) ?? new Map<string, Omit<View, "path">>();
  renderers.set(site, known);
  const renderer = known.get(folder) ?? newRenderer(site, path, headingShift);
  known.set(folder, renderer);
  return { ...renderer, path };
}

/** Pages of a folder share their links, and so all that is rendered: many texts stand on many pages. */
const renderers = new WeakMap<Site, Map<string, Omit<View, "path">>>();

function newRenderer(site: Site, path: string, headingShift: number): Omit<View, "path"> {
  const to = remember((address) => relativePath(path, address));
  const parser = new Marked({ renderer: rendererOf(site, to, headingShift) });
  const render = remember((text) => trusted(parser.parse(text, { async: false }).trim()));
  return {
    site,
    to,
    markdown: (text = "") => render(text.trim()),
    inline: remember((text) => trusted(parser.parseInline(text, { async: false }))),
  };
}

function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    known.set(text, value);
    return value;
  };
}

/** Headings of a level, in order. */
export function headings(text: string | undefined, level = 1): string[] {
  return [...(text ?? "").replace(/^```[^]*?^```/gm, "").matchAll(/^(#+) (.+)$/gm)]
    .filter(([, marks = ""]) => marks.length === level)
    .map(([, , title = ""]) => title.replaceAll("`", "").trim());
}

/** The paragraph below the first heading, as plain text. */
export function firstParagraph(markdown: string): string {
  return excerpt(markdown.replace(/^# .+$/m, ""));
}

function rendererOf(site: Site, to: View["to"], headingShift: number): RendererObject {
  return {
    html: ({ text }) => String(html`${text}`),
    heading({ tokens, depth, text }) {
      const level = Math.min(depth + headingShift, 6);
      const id = slug(text.replaceAll("`", ""));
      const shown = this.parser.parseInline(tokens);
      // A heading links to itself, unless there is a link in it already.
      const linked = shown.includes("<a ") ? shown : `<a class="anchor" href="#${id}">${shown}</a>`;
      const former = site.inputs.formerAnchors[id];
      return `${former ? `<span id="${former}"></span>` : ""}<h${level} id="${id}">${linked}</h${level}>\n`;
    },
    codespan({ text }) {
      const address = addressOf(site, text);
      return String(address ? html`<a href="${to(address)}">${codeSpan(text)}</a>` : codeSpan(text));
    },
    code: ({ text, lang }) => String(codeFence(text, lang)),
    link({ href, tokens }) {
      const target = href.replace(/\.md(?=#|$)/, ".html");
      return String(html`<a href="${target}">${trusted(this.parser.parseInline(tokens))}</a>`);
    },
    image({ href, text }) {
      const drawing = site.inputs.drawings.get(href);
      if (drawing === undefined) throw new Error(`the guide shows "${href}", and there is no such drawing`);
      if (/<style|\sstyle=/.test(drawing))
        throw new Error(`${href} has a style of its own, which the policy of the site stops`);
      return String(html`<figure>${trusted(drawing)}<figcaption>${text}</figcaption></figure>`);
    },
    table({ header, rows }) {
      const names = header.map(({ text }) => text.replaceAll("`", ""));
      const head = header.map(({ tokens }) => html`<th scope="col">${trusted(this.parser.parseInline(tokens))}</th>`);
      const row = (cells: typeof header) =>
        cells.map(
          ({ tokens }, index) =>
            html`<td data-label="${names[index]}"><div>${trusted(this.parser.parseInline(tokens))}</div></td>`,
        );
      return String(html`<div class="scroll" tabindex="0" role="group" aria-label="Table: ${names.join(", ")}"><table>
<thead><tr>${head}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${row(cells)}</tr>`)}</tbody></table></div>
`);
    },
  };
}

function codeFence(text: string, lang: string | undefined): Html {
  const label = lang ? html` role="group" aria-label="${lang}"` : "";
  return html`<div class="code"><pre tabindex="0"${label}>${codeSpan(text)}</pre></div>
`;
}

/** The page of the operation, schema or error code that a code span names, alone or at the start of a path of fields. */
function addressOf({ pageOf, errors }: Site, text: string): string | undefined {
  const name = text.replace(/^[+~-] /, "");
  if (errors.has(name)) return `reference/errors.html#${name}`;
  return pageOf.get(name) ?? (name === text ? undefined : pageOf.get(name.split(/[. ]/)[0] ?? ""));
}
