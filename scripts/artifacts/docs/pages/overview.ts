import { html, type Html } from "../components/html.ts";
import { headline, method, type Page, type Section } from "../components/layout.ts";
import { lifecycleFigure, lifecycleOf } from "../components/lifecycle.ts";
import { headlines, markdown } from "../components/markdown.ts";
import { excerpt, operationPath, schemaPath, slug, titleOf, type Site } from "../model.ts";

/** The page that the reference starts with. */
export function indexPage(site: Site): Page {
  const { document, groups, schemas, operations } = site;
  const { title, version, summary, description } = document.info;
  const cycles = [...schemas].flatMap(([name, schema]) => {
    const cycle = lifecycleOf(schema);
    return cycle
      ? [
          html`<h3><a href="${schemaPath(name)}">${name}</a></h3>
${lifecycleFigure(site, cycle, name, "")}`,
        ]
      : [];
  });
  const parts: [Section, Html | false][] = [
    [["credentials", "Credentials"], credentials(site)],
    [["servers", "Servers"], servers(site)],
    [["life-cycles", "Life cycles"], cycles.length > 0 && html`${cycles}`],
  ];
  const present = parts.filter(([, content]) => content);
  return {
    path: "index.html",
    title: "Reference",
    description: excerpt(summary ?? description) || title,
    sections: [
      ...headlines(description).map((text): Section => [slug(text), text]),
      ...present.map(([section]) => section),
      ["operations", `Operations (${operations.length})`],
      ["machines", "For machines"],
    ],
    body: html`<h1>${title}</h1>
<p class="lead">${summary}</p>
${markdown(site, description, "")}
${present.map(
  ([section, content]) => html`<section aria-labelledby="${section[0]}">
${headline(section)}${content}</section>
`,
)}${headline(["operations", "Operations"])}
${groups.map(
  (group) => html`<section aria-labelledby="${group.slug}">
<h3 id="${group.slug}">${group.name}</h3>
${markdown(site, group.description, "")}
<ul class="operations">
${group.operations.map(
  (
    operation,
  ) => html`<li><a href="${operationPath(operation.operationId)}">${titleOf(operation)}</a><p>${method(operation.method)}<code>${operation.path}</code></p></li>
`,
)}</ul>
</section>
`,
)}${headline(["machines", "For machines"])}
<p>Version ${version}, as <a href="../openapi.yaml">openapi.yaml</a> and <a href="../openapi.json">openapi.json</a>; in Markdown as <a href="../llms.txt">llms.txt</a> and <a href="../llms-full.txt">llms-full.txt</a>, and page by page under the address of each operation with <code>.md</code> in place of <code>.html</code>. <a href="../changelog.html">What changed</a>.</p>
`,
  };
}

function credentials(site: Site): Html | false {
  const schemes = Object.entries(
    (site.document.components?.["securitySchemes"] ?? {}) as Record<string, Record<string, string>>,
  );
  return (
    schemes.length > 0 &&
    html`<div class="fields">
${schemes.map(
  ([
    name,
    { type, in: place, name: header, scheme, description },
  ]) => html`<div class="field" id="${name}"><p class="head"><code class="name">${name}</code> <span class="type">${[type, scheme, place, header].filter(Boolean).join(" · ")}</span></p>
${markdown(site, description, "")}</div>
`,
)}</div>
`
  );
}

function servers(site: Site): Html | false {
  const { servers: all = [] } = site.document;
  return (
    all.length > 0 &&
    html`${all.map(
      ({ url, description, variables = {} }) => html`<p class="address"><code data-copy>${url}</code></p>
${markdown(site, description, "")}
${Object.entries(variables).map(
  ([
    name,
    variable,
  ]) => html`<details><summary><code>${name}</code>${variable.enum && html`: ${variable.enum.length} ${variable.enum.length === 1 ? "value" : "values"}`}, default <code>${variable.default}</code></summary>
${markdown(site, variable.description, "")}<p class="facts">${(variable.enum ?? []).map((value) => html`<code>${value}</code> `)}</p></details>
`,
)}`,
    )}`
  );
}
