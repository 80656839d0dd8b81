import { createHash } from "node:crypto";
import { notice } from "../../../core/artifact.ts";
import { html, Html } from "../components/html.ts";
import { ICON, layout, MARK } from "../components/layout.ts";
import { headlines, markdown } from "../components/markdown.ts";
import { slug, type Site } from "../model.ts";

/** The colours of the reference, in the page itself: it is shown under any address, so it can refer to no file. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;font:1rem/1.65 system-ui,sans-serif;color:light-dark(#17212e,#dfe6ef);background:light-dark(#fff,#0e131a)}main{max-width:32rem}h1{margin:0 0 .75rem;font-size:2.1rem;line-height:1.15;letter-spacing:-.025em}p{margin:.75rem 0}.brand{color:light-dark(#4c5a6b,#9fadbe)}svg,a{color:light-dark(#0a57a8,#7db9f7)}svg{margin-right:.6rem}`;

/**
 * The page for an address that does not exist. From wherever it is shown, the start of the folder above the missing page
 * is a page that exists.
 */
export function notFoundPage({ document }: Site): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const { title } = document.info;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>Not found · ${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${notice(document)}">
<meta name="description" content="There is no such page in the documentation of ${title}.">
<link rel="icon" href="${ICON}">
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<p class="brand">${MARK}${title}</p>
<h1>There is no such page</h1>
<p>The operation or schema may have another name now. <a href="./">Start from here</a>, and search in the reference.</p>
</main>
</body>
</html>
`.text;
}

/** The page that says what changed from version to version; `changes` is Markdown. */
export function changelogPage(site: Site, changes: string): string {
  return layout(site, {
    path: "../changelog.html",
    title: "Changes",
    description: `What changed in ${site.document.info.title} from version to version.`,
    sections: headlines(changes).map((version) => [slug(version), version]),
    body: html`<h1>Changes</h1>
${markdown(site, changes, "reference/")}
`,
  });
}
