import { MOCK_ADDRESS_FILE, slug } from "../addresses.ts";
import { html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { firstParagraph, headings, viewOf, type View } from "../components/markdown.ts";
import { sampleList } from "../components/sample-list.ts";
import type { Section } from "../components/sections.ts";
import { workflowSvg } from "../components/workflow.ts";
import type { GuidePage, Site } from "../model.ts";
import type { WorkflowStep } from "../workflows.ts";

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
    ...(page.steps && { scripts: [MOCK_ADDRESS_FILE] }),
    sections: headings(page.markdown, 2).map((text): Section => [slug(text), text]),
    markdown: page.markdown,
    body: html`<div class="guide">
<h1>${page.title}</h1>
${page.steps ? workflow(view, page, page.steps) : view.markdown(page.markdown.replace(/^# .+$/m, ""))}
</div>
<nav class="pager" aria-label="Guide">${way("prev", "Before", site.guide[place - 1])}
${way("next", "Next", site.guide[place + 1])}</nav>
`,
  };
}

function workflow(view: View, { title, markdown }: GuidePage, steps: WorkflowStep[]): Html {
  return html`${view.markdown(markdown.split("\n\n").slice(1, 3).join("\n\n"))}
<figure>${workflowSvg(title, steps)}
<figcaption>A loop on the left: the step is repeated until it succeeds. A dashed line: a value that a later step uses.</figcaption></figure>
${steps.map(
  (step, index) => html`${view.markdown(`## ${index + 1}. ${step.title}\n\n${step.markdown}`)}
${sampleList(step.samples)}`,
)}`;
}
