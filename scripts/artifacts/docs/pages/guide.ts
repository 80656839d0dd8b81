import { slug } from "../addresses.ts";
import { html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { firstParagraph, headings, viewOf } from "../components/markdown.ts";
import type { Section } from "../components/sections.ts";
import type { GuidePage, Site } from "../model.ts";

/** A page of the guide, with ways to the one before it and the one after it. */
export function guidePage(site: Site, page: GuidePage): Page {
  const view = viewOf(site, page.address, 0);
  const place = site.guide.indexOf(page);
  const way = (rel: string, label: string, other: GuidePage | undefined): Html | undefined =>
    other && html`<a rel="${rel}" href="${view.to(other.address)}"><small>${label}</small> ${other.title}</a>`;
  return {
    path: page.address,
    title: page.title,
    description: firstParagraph(page.markdown),
    sections: headings(page.markdown, 2).map((text): Section => [slug(text), text]),
    markdown: page.markdown,
    body: html`<div class="guide">
<h1>${page.title}</h1>
${view.markdown(page.markdown.replace(/^# .+$/m, ""))}
</div>
<nav class="pager" aria-label="Guide">${way("prev", "Before", site.guide[place - 1])}
${way("next", "Next", site.guide[place + 1])}</nav>
`,
  };
}
