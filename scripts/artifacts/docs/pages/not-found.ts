import { notice } from "../../../core/artifact.ts";
import { html } from "../components/html.ts";
import type { Site } from "../model.ts";

/** Folders between the root of the site and a missing page, at most. */
const DEPTH = 4;

/**
 * The page for an address that does not exist. It is shown under any address, so it does not know the way to the root of
 * the site: it requests the style and the script from each folder above it, and that script corrects the links.
 */
export function notFoundPage({ document }: Site): string {
  const { title } = document.info;
  const roots = Array.from({ length: DEPTH }, (_, depth) => "../".repeat(depth));
  const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'";
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Page not found · ${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${notice(document)}">
<meta name="description" content="There is no such page in the documentation of ${title}.">
<meta name="color-scheme" content="light dark">
${roots.map((root) => html`<link rel="stylesheet" href="${root}assets/style.css">`)}
${roots.map((root) => html`<script defer src="${root}assets/not-found.js"></script>`)}
</head>
<body>
<main class="not-found">
<p class="crumb">${title}</p>
<h1>Page not found</h1>
<p>The operation or schema may have another name now. <a id="home" href="./">Go to the first page</a>, and search there.</p>
</main>
</body>
</html>
`);
}
