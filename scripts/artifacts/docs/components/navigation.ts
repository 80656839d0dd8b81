import { CHANGES, CLIENT, ERRORS, HOME, REDOC, REFERENCE, SCHEMAS } from "../addresses.ts";
import { dirname } from "node:path";
import type { Group } from "../model.ts";
import { html, trusted, type Html } from "./html.ts";
import type { View } from "./markdown.ts";
import type { Page } from "./page.ts";
import { method } from "./sections.ts";

/** APIs up to this size list all operations beside every page; larger ones, those of the page's own group. */
const LISTED_OPERATIONS = 100;

/** Links to the parts of the site, for the bar on top. */
export function barLinks({ site, to }: View): Html {
  const [start] = site.guide;
  return html`${start && html`<a href="${to(start.address)}">Guide</a>`}
<a href="${to(REFERENCE)}">Reference</a>
${site.errors.size > 0 && html`<a href="${to(ERRORS)}">Errors</a>`}
${site.modules.length > 0 && html`<a href="${to(CLIENT)}">Client</a>`}
<a href="${to(CHANGES)}">Changelog</a>`;
}

/** Every page of the site, beside a page or in the menu of a small screen. */
export function sideNav(view: View, page: Page): Html {
  const { site, to } = view;
  const link = (address: string, title: string) => {
    const isHere = address === page.path;
    return html`<li><a href="${to(address)}"${isHere && html` aria-current="page"`}>${title}</a></li>
`;
  };
  return html`<details class="versions" data-version="${site.document.info.version}">
<summary>Version ${site.document.info.version}</summary>
<ul>${link(CHANGES, "What changed")}</ul></details>
<ul>
${link(HOME, "Home")}</ul>
${site.guide.length > 0 && navList("Guide", html`${site.guide.map(({ address, title }) => link(address, title))}`)}
${navList(
  "Reference",
  html`${link(REFERENCE, "Overview")}${site.groups.map((group) => groupItem(view, page, group))}
${link(SCHEMAS, "Schemas")}${site.errors.size > 0 && link(ERRORS, "Error codes")}`,
)}
${
  site.modules.length > 0 &&
  navList(
    "Client reference",
    html`${link(CLIENT, "Overview")}${site.modules.map(({ address, title }) => link(address, title))}`,
  )
}
<ul>
<li><a href="${to(page.redoc ?? REDOC)}">Everything on one page</a></li>
${link(CHANGES, "Changelog")}</ul>
`;
}

function navList(title: string, items: Html): Html {
  return html`<p>${title}</p>
<ul>
${items}</ul>`;
}

function groupItem({ site, to }: View, page: Page, group: Group): Html {
  const isOpen = page.group === group;
  if (!isOpen && site.operations.length > LISTED_OPERATIONS)
    return html`<li><a href="${to(`${REFERENCE}#${group.slug}`)}">${group.name}</a></li>
`;
  const here = `href="${to(page.path)}"`;
  const items = operationLinks(group, dirname(page.path), to).replace(here, `${here} aria-current="page"`);
  return html`<li><details${isOpen && html` open`}><summary>${group.name}</summary>
<ul>
${trusted(items)}</ul></details></li>
`;
}

/** Links to the operations of a group, which are the same on all pages of a folder. */
const rendered = new WeakMap<Group, Map<string, string>>();

function operationLinks(group: Group, folder: string, to: View["to"]): string {
  const known = rendered.get(group) ?? new Map<string, string>();
  rendered.set(group, known);
  const links =
    known.get(folder) ??
    String(
      html`${group.operations.map(
        ({ address, title, method: name }) => html`<li><a href="${to(address)}">${method(name)}${title}</a></li>
`,
      )}`,
    );
  known.set(folder, links);
  return links;
}
