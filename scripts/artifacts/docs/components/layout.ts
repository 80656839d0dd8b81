import { notice } from "../../../core/artifact.ts";
import { CHANGES, CONSOLE_FILE, HOME, markdownPath, REDOC } from "../addresses.ts";
import type { Site } from "../model.ts";
import { html, trusted, type Html } from "./html.ts";
import { viewOf, type View } from "./markdown.ts";
import { barLinks, sideNav } from "./navigation.ts";
import type { Page } from "./page.ts";
import type { Section } from "./sections.ts";

/** The console may send requests to this computer only, whatever address is typed: no token can leave it. */
const CONSOLE_HOSTS = "http://127.0.0.1:* http://localhost:*";

/** The site's mark, in the colour of the text around it. */
const MARK = trusted(`<svg viewBox="0 0 24 12" width="26" height="13" aria-hidden="true">
<path d="M5 6h14" stroke="currentColor" stroke-width="2"/>
<circle cx="5" cy="6" r="4.5" fill="currentColor"/><circle cx="19" cy="6" r="4.5" fill="currentColor"/></svg>`);

/** Renders a page. It can be read without scripts, and loads nothing from another host. */
export function layout(site: Site, page: Page): string {
  const view = viewOf(site, page.path);
  return String(html`<!doctype html>
<html lang="en">
${head(view, page)}<body data-root="${view.to(HOME).replace(/index\.html$/, "")}" data-path="${page.path}">
<a class="skip" href="#main">Skip to the content</a>
${topBar(view)}<div class="columns">
<nav class="side" id="menu" popover aria-label="Site">
<button class="close" type="button" popovertarget="menu" popovertargetaction="hide">Close</button>
${sideNav(view, page)}</nav>
<main id="main"${page.columns && html` class="${page.columns}"`}>
<div class="page-top">${page.crumb && html`<p class="crumb">${page.crumb}</p>`}</div>
${page.body}</main>
${page.sections.length > 1 && !page.columns && tableOfContents(page.sections)}</div>
${footer(view, page)}</body>
</html>
`);
}

function head({ site, to }: View, page: Page): Html {
  const title = `${page.title} · ${site.document.info.title}`;
  const scripts = ["assets/site.js", ...(page.scripts ?? [])];
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${notice(site.document)}">
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="article">
<link rel="icon" href="${to("assets/icon.svg")}">
<link rel="stylesheet" href="${to("assets/style.css")}">
<link rel="alternate" type="text/markdown" href="${to(markdownPath(page.path))}">
${scripts.map((path) => html`<script defer src="${to(path)}"></script>`)}
</head>
`;
}

function policyOf({ scripts }: Page): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    `connect-src 'self'${scripts?.includes(CONSOLE_FILE) ? ` ${CONSOLE_HOSTS}` : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The bar on top: the site's name, the search, and its main parts. */
function topBar(view: View): Html {
  const { title } = view.site.document.info;
  return html`<header class="top">
<button class="menu" type="button" popovertarget="menu">Menu</button>
<a class="brand" href="${view.to(HOME)}">${MARK}<span>${title}</span></a>
<search hidden>
<input type="search" id="search" placeholder="Search" aria-label="Search" aria-describedby="search-keys"
 autocomplete="off" spellcheck="false">
<span id="search-keys" hidden>Arrow keys choose a result, Enter opens it.</span><kbd aria-hidden="true">/</kbd>
<div id="results" hidden><p role="status"></p><ol></ol></div>
</search>
<nav class="bar" aria-label="Parts of the site">${barLinks(view)}</nav>
</header>
`;
}

function tableOfContents(sections: Section[]): Html {
  const items = sections.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a></li>
`,
  );
  return html`<nav class="toc" aria-label="On this page">
<p>On this page</p>
<ul>
${items}</ul>
</nav>
`;
}

function footer({ to }: View, page: Page): Html {
  return html`<footer>
<p><a href="${to(markdownPath(page.path))}" id="markdown-link">This page as Markdown</a>
<a href="${to(page.redoc ?? REDOC)}">Everything on one page</a>
<a href="${to("openapi.yaml")}">openapi.yaml</a> <a href="${to("openapi.json")}">openapi.json</a>
<a href="${to("llms.txt")}">llms.txt</a> <a href="${to(CHANGES)}">Changelog</a></p>
</footer>
`;
}
