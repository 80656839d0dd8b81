import { notice } from "../../../core/artifact.ts";
import { escapeHtml, html, Html } from "./html.ts";
import { operationPath, titleOf, type Group, type Site } from "../model.ts";

/** What differs from page to page. */
export interface Page {
  /** Address, relative to the folder of the reference; with `../` before it, a page beside that folder. */
  path: string;
  title: string;
  description: string;
  body: Html;
  /** Headlines of the page, for its table of contents. */
  sections: Section[];
  /** Address of the same thing in Redoc, relative to the root of the site. */
  redoc?: string;
  /** The group that the page belongs to; its operations are listed beside the page. */
  group?: Group | undefined;
  /** Scripts that the page has beyond those of every page. */
  scripts?: string[];
}

export type Section = [id: string, title: string];

/** Where a console may send requests: to this machine, whatever address is typed. No token can leave it. */
const CONSOLE_HOSTS = "http://127.0.0.1:* http://localhost:*";

export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M3 8h10' stroke='%23888' stroke-width='2'/%3E%3Ccircle cx='3' cy='8' r='3' fill='%2306c'/%3E%3Ccircle cx='13' cy='8' r='3' fill='%2306c'/%3E%3C/svg%3E";

/** The same, drawn in the colour of the text around it. */
export const MARK = new Html(
  '<svg viewBox="0 0 24 12" width="26" height="13" aria-hidden="true"><path d="M5 6h14" stroke="currentColor" stroke-width="2"/><circle cx="5" cy="6" r="4.5" fill="currentColor"/><circle cx="19" cy="6" r="4.5" fill="currentColor"/></svg>',
);

/** Way from a page to the folder of the reference. */
export function rootOf(path: string): string {
  return path.startsWith("../") ? "reference/" : "../".repeat(path.split("/").length - 1);
}

/** A whole page. It needs no script to be read, and asks no other host for anything. */
export function layout(site: Site, page: Page): string {
  const { document } = site;
  const root = rootOf(page.path);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  if (page.scripts) policy.push(`connect-src ${CONSOLE_HOSTS}`);
  const fullTitle = `${page.title} · ${document.info.title}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<title>${fullTitle}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${notice(document)}">
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="${fullTitle}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="article">
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${root}assets/style.css">
${["page.js", "search.js", ...(page.scripts ?? [])].map(
  (name) => html`<script defer src="${root}assets/${name}"></script>
`,
)}</head>
<body data-root="${root}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="${root}index.html">${MARK}<span>${document.info.title}</span> <small>${document.info.version}</small></a>
<search hidden><input type="search" id="search" placeholder="Search (Ctrl K)" aria-label="Search the reference" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list"><ul id="results" role="listbox" aria-label="Results" hidden></ul></search>
<a class="explore" href="${root}../${page.redoc ?? "index.html"}">Explorer</a>
<a class="menu" href="#menu">Menu</a>
</header>
<div class="columns">
<nav class="side" id="menu" aria-label="Operations">
${sideNav(site, page, root)}</nav>
<main id="main">
${page.body}</main>
${
  page.sections.length > 1 &&
  html`<nav class="toc" aria-label="On this page">
<p>On this page</p>
<ul>
${page.sections.map(
  ([id, title]) => html`<li><a href="#${id}">${title}</a></li>
`,
)}</ul>
</nav>
`
}</div>
</body>
</html>
`.text;
}

/** Every group; the operations of the page's own group only, so that a page stays small however large the API is. */
function sideNav({ groups, errors }: Site, page: Page, root: string): Html {
  const link = (path: string, title: string, badge?: Html, current = path === page.path) =>
    html`<a href="${root}${path}"${current && html` aria-current="${path === page.path ? "page" : "true"}"`}>${badge}${title}</a>`;
  return html`<ul>
<li>${link("index.html", "Overview")}</li>
${groups.map(
  (group) => html`<li>${
    page.group?.slug === group.slug
      ? html`<a href="${root}index.html#${group.slug}" class="group">${group.name}</a>
<ul>
${group.operations.map(
  (
    operation,
  ) => html`<li>${link(operationPath(operation.operationId), titleOf(operation), method(operation.method))}</li>
`,
)}</ul>`
      : html`<a href="${root}index.html#${group.slug}">${group.name}</a>`
  }</li>
`,
)}<li>${link("schemas/index.html", "Schemas", undefined, page.path.startsWith("schemas/"))}</li>
${
  errors.size > 0 &&
  html`<li>${link("errors.html", "Error codes")}</li>
`
}<li>${link("../changelog.html", "Changes")}</li>
<li><a href="${root}../${page.redoc ?? "index.html"}">Explorer</a></li>
</ul>
`;
}

/** The method of an operation, in its colour. */
export function method(name: string): Html {
  return html`<span class="method ${name.toLowerCase()}">${name}</span>`;
}

/** A headline, which is a link to itself. */
export function headline([id, title]: Section): Html {
  return html`<h2 id="${id}"><a class="anchor" href="#${id}">${title}</a></h2>
`;
}

/** JSON inside a page, where a script finds it; the policy does not let it run. */
export function dataBlock(id: string, value: unknown): string {
  return `<script type="application/json" id="${escapeHtml(id)}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;
}
