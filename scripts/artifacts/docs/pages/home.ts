import { CHANGES, CLIENT, ERRORS, excerpt, HOME, REDOC, REFERENCE } from "../addresses.ts";
import { html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { firstParagraph, viewOf, type View } from "../components/markdown.ts";
import { headline, method, type Section } from "../components/sections.ts";
import { homeMarkdown } from "../exports/markdown.ts";
import type { Site } from "../model.ts";

/** The page that the site starts with: ways into the guide and the reference. */
export function homePage(site: Site): Page {
  const { title, summary, description = "" } = site.document.info;
  const view = viewOf(site, HOME);
  const [introduction = ""] = description
    .replace(/^#.*$/gm, "")
    .trim()
    .split(/\n\s*\n/);
  const guide: Section = ["guide", "Guide"];
  const reference: Section = ["reference", "Reference"];
  return {
    path: HOME,
    title: "Documentation",
    description: excerpt(summary ?? description) || title,
    sections: [],
    markdown: homeMarkdown(site),
    body: html`<h1>${title}</h1>
${summary && html`<p class="lead">${summary}</p>`}
${view.markdown(introduction)}
${site.guide.length > 0 && html`${headline(guide)}${guideCards(view)}`}
${headline(reference)}${referenceCards(view)}
<div class="groups">
${operationGroups(view)}</div>
`,
  };
}

function card(address: string, title: string, text: string): Html {
  return html`<li><a href="${address}">${title}</a><p>${text}</p></li>
`;
}

function guideCards({ site, to }: View): Html {
  const cards = site.guide.map(({ address, title, markdown }) => card(to(address), title, firstParagraph(markdown)));
  return html`<ul class="cards">
${cards}</ul>
`;
}

function referenceCards({ site, to }: View): Html {
  const { operations, schemas, errors, document } = site;
  return html`<ul class="cards">
${card(to(REFERENCE), "Overview", `Credentials, servers, life cycles, ${operations.length} operations and ${schemas.size} schemas.`)}
${errors.size > 0 && card(to(ERRORS), "Error codes", `What each of the ${errors.size} codes means, and what to do.`)}
${site.modules.length > 0 && card(to(CLIENT), "Client reference", "Every function, option, type and error that programs import.")}
${card(to(REDOC), "Everything on one page", "The same reference in Redoc, to scroll through.")}
${card(to(CHANGES), "Changelog", `What is new in version ${document.info.version}, and what was before.`)}
${card(to("openapi.yaml"), "OpenAPI", "The document that all of this is made from, for your own tools.")}
${card(to("llms.txt"), "For language models", "A list of all pages in Markdown, and the whole text by topic.")}</ul>
`;
}

function operationGroups({ site, to }: View): Html {
  const groups = site.groups.map(({ name, slug, operations }) => {
    const items = operations.map(
      (one) => html`<li><a href="${to(one.address)}">${method(one.method)}${one.title}</a></li>
`,
    );
    return html`<section aria-labelledby="${slug}"><h3 id="${slug}">${name}</h3>
<ul class="plain">
${items}</ul></section>
`;
  });
  return html`${groups}`;
}
