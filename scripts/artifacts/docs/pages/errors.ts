import { ERRORS } from "../addresses.ts";
import { explanation, statusOf } from "../components/errors.ts";
import { code as codeSpan, html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { viewOf, type View } from "../components/markdown.ts";
import { headline, type Section } from "../components/sections.ts";
import { errorsMarkdown } from "../exports/markdown.ts";
import type { ErrorEntry, Site } from "../model.ts";

/** The page of all error codes, by their families: the part of a code before its dot. */
export function errorsPage(site: Site): Page {
  const view = viewOf(site, ERRORS);
  const families = Map.groupBy(site.errors.values(), ({ code }) => code.replace(/\..*/, "").toLowerCase());
  const named = [...families].map(([id, entries]): [Section, ErrorEntry[]] => [
    [id, entries[0]?.code.replace(/\..*/, "") ?? id],
    entries,
  ]);
  return {
    path: ERRORS,
    title: "Error codes",
    description: `The ${site.errors.size} error codes of ${site.document.info.title}: what each means, and what to do.`,
    sections: named.map(([section]) => section),
    markdown: errorsMarkdown(site),
    body: html`<h1>Error codes</h1>
<p>Links to operations are inferred from the meaning of a code: no source says which operation returns which code.</p>
<p class="filter" hidden><label for="filter">Filter by code, status or word</label>
<input type="search" id="filter" autocomplete="off" spellcheck="false"> <span role="status"></span></p>
${named.map(([section, entries]) => family(view, section, entries))}`,
  };
}

function family(view: View, section: Section, entries: ErrorEntry[]): Html {
  const rows = entries.map(
    (entry) => html`<div id="${entry.code}"><dt><a class="anchor" href="#${entry.code}">${codeSpan(entry.code)}</a>
${statusOf(entry)}</dt><dd>${explanation(view, entry)}${operationLinks(view, entry)}</dd></div>
`,
  );
  return html`<section aria-labelledby="${section[0]}">
${headline(section)}<dl class="codes">
${rows}</dl>
</section>
`;
}

function operationLinks(view: View, { operations }: ErrorEntry): Html | false {
  const links = operations.map(({ address, title }) => html`<li><a href="${view.to(address)}">${title}</a></li>`);
  const count = `${operations.length} ${operations.length === 1 ? "operation" : "operations"} (inferred)`;
  return (
    operations.length > 0 &&
    html`<details><summary>${count}</summary>
<ul>${links}</ul></details>`
  );
}
