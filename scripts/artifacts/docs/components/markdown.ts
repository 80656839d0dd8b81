// The only file that knows marked.
import { Marked } from "marked";
import { escapeHtml, Html } from "./html.ts";
import { operationPath, schemaPath, slug, type Site } from "../model.ts";

/**
 * Renders Markdown of the description. HTML in it is shown, not obeyed; a headline gets an anchor; the name of an
 * operation or of a schema in a code span becomes a link to its page.
 *
 * @param root Way from the page to the folder of the reference: empty, or `../`.
 */
export function markdown(site: Site, text: string | undefined, root: string): Html {
  const parser = new Marked({
    renderer: {
      html: ({ text: source }) => escapeHtml(source),
      heading({ tokens, depth, text: title }) {
        const level = Math.min(depth + 1, 6);
        const shown = this.parser.parseInline(tokens);
        // A headline is a link to itself, unless there is one in it already.
        const linked = shown.includes("<a ") ? shown : `<a class="anchor" href="#${slug(title)}">${shown}</a>`;
        return `<h${level} id="${slug(title)}">${linked}</h${level}>\n`;
      },
      codespan({ text: code }) {
        const path = pathOf(site, code);
        const shown = `<code>${escapeHtml(code)}</code>`;
        return path ? `<a href="${root}${path}">${shown}</a>` : shown;
      },
      code: ({ text: code }) => `<div class="code"><pre tabindex="0"><code>${escapeHtml(code)}</code></pre></div>\n`,
      table({ header, rows }) {
        const cells = (row: typeof header, tag: string) =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("");
        const body = rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
        return `<div class="scroll" tabindex="0"><table><thead><tr>${cells(header, "th")}</tr></thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  return new Html(parser.parse((text ?? "").trim(), { async: false }).trim());
}

/** Headlines of the first level, in order. */
export function headlines(text: string | undefined): string[] {
  return new Marked()
    .lexer(text ?? "")
    .flatMap((token) => (token.type === "heading" && token["depth"] === 1 ? [token["text"] as string] : []));
}

function pathOf(site: Site, name: string): string | undefined {
  if (site.schemas.has(name)) return schemaPath(name);
  if (site.operations.some(({ operationId }) => operationId === name)) return operationPath(name);
  return undefined;
}
