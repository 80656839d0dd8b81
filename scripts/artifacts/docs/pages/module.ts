import { CLIENT, slug } from "../addresses.ts";
import { fieldList, typeLinks } from "../components/fields.ts";
import { code, codeBlock, html, type Html } from "../components/html.ts";
import { firstParagraph, viewOf, type View } from "../components/markdown.ts";
import { memberFields, typeParts } from "../components/member.ts";
import type { Page } from "../components/page.ts";
import { sectionsOf, type Part } from "../components/sections.ts";
import { clientMarkdown, moduleMarkdown, nameList } from "../exports/module-markdown.ts";
import type { ModulePage, Site } from "../model.ts";
import type { GeneratedList } from "../modules/generated.ts";
import type { Export } from "../modules/model.ts";

const TITLE = "Client reference";

/** The list of modules, each with its names. */
export function clientPage(site: Site): Page {
  const markdown = clientMarkdown(site);
  const view = viewOf(site, CLIENT, 0);
  return {
    path: CLIENT,
    title: TITLE,
    description: firstParagraph(markdown),
    sections: site.modules.map(({ title }) => [slug(title), title]),
    markdown,
    body: view.markdown(markdown),
  };
}

/** The page of a module that programs import. */
export function modulePage(site: Site, module: ModulePage): Page {
  const { title, specifier, text, lists, exports, alsoExported, address } = module;
  const view = viewOf(site, address);
  const listPart = (list: GeneratedList): Part => [[list.id, list.title], listBody(view, list)];
  const { sections, body } = sectionsOf([
    ...lists.filter(({ isHere }) => !isHere).map(listPart),
    ...exports.map((one): Part => [[one.name, one.name], exportBody(view, one)]),
    ...lists.filter(({ isHere }) => isHere).map(listPart),
    [["also-exported", "Also exported"], alsoExported.length > 0 && view.markdown(nameList(alsoExported))],
  ]);
  return {
    path: address,
    title: `${title} · ${TITLE}`,
    description: firstParagraph(text),
    sections,
    crumb: html`<a href="${view.to(CLIENT)}">${TITLE}</a>`,
    markdown: moduleMarkdown(site, module),
    body: html`<h1>${title}</h1>
<p class="names">Module <code data-copy translate="no">${specifier}</code></p>
${view.markdown(text)}
${body}`,
  };
}

function listBody(view: View, { entries }: GeneratedList): Html {
  const items = entries.map(
    ({
      name,
      text,
      address,
    }) => html`<li id="${name}"><a href="${view.to(address)}">${code(name)}</a>: ${view.inline(text)}</li>
`,
  );
  return html`<ul>
${items}</ul>
`;
}

function exportBody(view: View, one: Export): Html {
  const { name, signature, text, parameters, returns, throws, members, examples } = one;
  const fields = (which: "parameters" | "members") =>
    fieldList(view, memberFields(view.site, one, which), { direction: "request" });
  return html`${codeBlock(signature, name)}${view.markdown(text)}
${
  parameters.length > 0 &&
  html`<h3>Parameters</h3>
${fields("parameters")}`
}${
    returns &&
    html`<h3>Returns</h3>
<p><span class="type">${typeLinks(view, typeParts(view.site, returns.type))}</span></p>
${view.markdown(returns.text)}`
  }${
    throws.length > 0 &&
    html`<h3>Throws</h3>
${view.markdown(throws.map((error) => `- ${error}`).join("\n"))}`
  }${members.length > 0 && fields("members")}${
    examples.length > 0 &&
    html`<h3>Example</h3>
${view.markdown(examples.join("\n\n"))}`
  }`;
}
