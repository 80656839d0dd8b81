import { excerpt, REFERENCE, slug } from "../addresses.ts";
import { code, html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { lifecycleFigure, lifecycleOf } from "../components/lifecycle.ts";
import { headings, viewOf, type View } from "../components/markdown.ts";
import { headline, method, sectionsOf, type Section } from "../components/sections.ts";
import { referenceMarkdown } from "../exports/markdown.ts";
import type { Group, Site } from "../model.ts";

/** The overview of the API: the chapters of the document, credentials, servers, life cycles and operations. */
export function referencePage(site: Site): Page {
  const { info } = site.document;
  const view = viewOf(site, REFERENCE);
  const { sections, body } = sectionsOf([
    [["credentials", "Credentials"], credentials(view)],
    [["servers", "Servers"], servers(view)],
    [["life-cycles", "Life cycles"], lifecycles(view)],
  ]);
  const operations: Section = ["operations", `Operations`];
  return {
    path: REFERENCE,
    title: "Reference",
    description: excerpt(info.summary ?? info.description) || info.title,
    sections: [operations, ...headings(info.description).map((text): Section => [slug(text), text]), ...sections],
    markdown: referenceMarkdown(site),
    body: html`<h1>${info.title}: reference</h1>
${info.summary && html`<p class="lead">${info.summary}</p>`}
${headline(operations)}${site.groups.map((group) => operationsOf(view, group))}
${view.markdown(info.description)}
${body}`,
  };
}

/** The operations of a group with their methods and paths. */
export function operationsOf(view: View, group: Group): Html {
  const items = group.operations.map(
    ({ address, title, method: name, path }) => html`<li><a href="${view.to(address)}">${title}</a>
<p>${method(name)}${code(path)}</p></li>
`,
  );
  return html`<section aria-labelledby="${group.slug}">
<h3 id="${group.slug}">${group.name}</h3>
${view.markdown(group.description)}
<ul class="operations">
${items}</ul>
</section>
`;
}

function lifecycles(view: View): Html | false {
  const figures = [...view.site.schemas.values()].flatMap(({ name, schema, address }) => {
    const cycle = lifecycleOf(schema);
    return cycle
      ? [
          html`<h3><a href="${view.to(address)}">${name}</a></h3>
${lifecycleFigure(view.site, cycle, name, view.to)}`,
        ]
      : [];
  });
  return figures.length > 0 && html`${figures}`;
}

function credentials(view: View): Html | false {
  const schemes = Object.entries(
    (view.site.document.components?.["securitySchemes"] ?? {}) as Record<string, Record<string, string>>,
  );
  const items = schemes.map(([name, { type, in: place, name: header, scheme, description }]) => {
    const words = [type, scheme, place, header].filter(Boolean).join(" · ");
    return html`<div class="field" id="${name}">
<p class="head"><code class="name" translate="no">${name}</code> <span class="type">${words}</span></p>
${view.markdown(description)}</div>
`;
  });
  return (
    items.length > 0 &&
    html`<div class="fields">
${items}</div>
`
  );
}

function servers(view: View): Html | false {
  const items = (view.site.document.servers ?? []).map(({ url, description, variables = {} }) => {
    const values = Object.entries(variables).map(
      ([name, { enum: all = [], default: standard, description: text }]) => html`<details>
<summary>${code(name)}: ${all.length || "any"} ${all.length === 1 ? "value" : "values"}, default ${code(standard)}</summary>
${view.markdown(text)}<p class="facts">${all.map((value) => html`${code(value)} `)}</p></details>
`,
    );
    return html`<p class="address"><code data-copy translate="no">${url}</code></p>
${view.markdown(description)}
${values}`;
  });
  return items.length > 0 && html`${items}`;
}
