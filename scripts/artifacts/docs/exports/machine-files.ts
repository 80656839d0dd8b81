import { stringify } from "yaml";
import { notice } from "../../../core/artifact.ts";
import { CHANGES, ERRORS, excerpt, REFERENCE, SCHEMAS } from "../addresses.ts";
import type { Page } from "../components/page.ts";
import { html } from "../components/html.ts";
import { firstParagraph, headings } from "../components/markdown.ts";
import type { Site } from "../model.ts";
import { groupMarkdown, linkLine } from "./markdown.ts";
import { paragraphs } from "./field-markdown.ts";

/** Files for programs: the document in both forms, lists of pages and the whole text for models, and the site map. */
export function machineFiles(site: Site, pages: Page[]): Record<string, string> {
  const { document } = site;
  const texts = topicTexts(site, new Map(pages.map(({ path, markdown }) => [path, markdown.trim()])));
  return {
    "openapi.yaml": `# ${notice(document)}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`,
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "llms.txt": `${listForModels(site, Object.keys(texts))}\n`,
    "llms-full.txt": `${Object.values(texts).join("\n\n")}\n`,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`llms/${name}.txt`, `${text}\n`])),
    "sitemap.xml": siteMap(pages.map(({ path }) => path)),
  };
}

/** The whole text of the site by topic: the guide, the overview, the operations of each tag, schemas, errors and the client. */
function topicTexts(site: Site, markdownOf: Map<string, string>): Record<string, string> {
  const textOf = (pages: { address: string }[]) => paragraphs(pages.map(({ address }) => markdownOf.get(address)));
  const all = {
    guide: textOf(site.guide),
    overview: textOf([{ address: REFERENCE }]),
    ...Object.fromEntries(site.groups.map(({ slug, operations }) => [slug, textOf(operations)])),
    schemas: textOf([...site.schemas.values()]),
    errors: textOf([{ address: ERRORS }]),
    client: textOf(site.modules),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
}

function listForModels(site: Site, topics: string[]): string {
  const { title, summary, version } = site.document.info;
  const pages = site.guide.map((page) => linkLine(page.title, page.address, firstParagraph(page.markdown)));
  const modules = site.modules.map(({ title: name, address, text }) => linkLine(name, address, excerpt(text)));
  const whole = topics.map((name) => `- [${name}](llms/${name}.txt)`);
  return paragraphs([
    `# ${title} ${version}`,
    summary && `> ${summary}`,
    pages.length > 0 && `## Guide\n\n${pages.join("\n")}`,
    `## Reference\n\n${[
      linkLine("Overview", REFERENCE, headings(site.document.info.description).join(", ")),
      ...(site.errors.size ? [linkLine("Error codes", ERRORS, "meaning and remedy of each")] : []),
      linkLine("Schemas", SCHEMAS, ""),
      linkLine("Changelog", CHANGES, ""),
    ].join("\n")}`,
    ...site.groups.map((group) => groupMarkdown(group)),
    modules.length > 0 && `## Client reference\n\n${modules.join("\n")}`,
    `## The whole text by topic\n\n${whole.join("\n")}`,
    "## Optional\n\n- [OpenAPI document](openapi.yaml)\n- [The whole text in one file](llms-full.txt)",
  ]);
}

/** Addresses are relative to this file; the deployment puts its own address before them. */
function siteMap(paths: string[]): string {
  const urls = paths.map(
    (path) => html`<url><loc>${path}</loc></url>
`,
  );
  return String(html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`);
}
