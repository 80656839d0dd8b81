import { createHash } from "node:crypto";
import { notice } from "../artifact.ts";
import { html, Html } from "./html.ts";
import { ICON } from "./layout.ts";
import { markdown } from "./markdown.ts";
import type { Site } from "./site.ts";

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:12vh auto;padding:0 1.25rem;color:light-dark(#1b2430,#dce3ec);background:light-dark(#fff,#10151c)}a{color:light-dark(#0a5cad,#7ab8f5)}code{font-size:.9em}`;

/**
 * The page for an address that does not exist. From wherever it is shown, the start of the folder above the missing page
 * is a page that exists.
 */
export function notFoundPage(site: Site): string {
  return plainPage(site, "Not found", html`<h1>There is no such page</h1>
<p>The operation or schema may have another name now. <a href="./">Start from here</a>, or search in the reference.</p>`);
}

/** The page that says what changed from version to version; `changes` is Markdown. */
export function changelogPage(site: Site, changes: string): string {
  return plainPage(site, "Changes", html`<h1>Changes</h1>
${markdown(site, changes, "reference/")}
<p><a href="index.html">Explorer</a> · <a href="reference/index.html">Reference</a></p>`);
}

function plainPage({ document }: Site, title: string, body: Html): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${title} · ${document.info.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${notice(document)}">
<meta name="description" content="${title} in the documentation of ${document.info.title}.">
<link rel="icon" href="${ICON}">
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}
