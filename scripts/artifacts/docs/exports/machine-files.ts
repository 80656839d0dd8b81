import { stringify } from "yaml";
import { notice } from "../../../core/artifact.ts";
import { html } from "../components/html.ts";
import { operationMarkdown, schemaMarkdown } from "./operation-markdown.ts";
import { excerpt, operationPath, titleOf, type Site } from "../model.ts";

/** What programs read: the description itself, the same in Markdown, and the list of pages. */
export function machineFiles(site: Site, pages: string[]): Record<string, string> {
  const { document, operations, groups, schemas } = site;
  const { title, summary, description, version } = document.info;
  const markdownPath = (operationId: string) => `reference/${operationPath(operationId).replace(/html$/, "md")}`;
  const markdowns = Object.fromEntries(
    operations.map((operation) => [markdownPath(operation.operationId), operationMarkdown(site, operation)]),
  );
  const intro = [`# ${title} ${version}`, summary && `> ${summary}`, description?.trim()].filter(Boolean).join("\n\n");
  const lists = groups.map(({ name, operations: some }) => {
    const lines = some.map(
      (one) =>
        `- [${titleOf(one)}](${markdownPath(one.operationId)}): \`${one.operationId}\`. ${excerpt(one.object.description)}`,
    );
    return `## ${name}\n\n${lines.join("\n")}`;
  });
  const optional = "## Optional\n\n- [OpenAPI description](openapi.yaml)\n- [All pages in one](llms-full.txt)";
  return {
    ...markdowns,
    "openapi.yaml": `# ${notice(document)}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`,
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "llms.txt": `${[intro, ...lists, optional].join("\n\n")}\n`,
    "llms-full.txt": [
      intro,
      ...Object.values(markdowns),
      ...[...schemas].map(([name, schema]) => schemaMarkdown(site, name, schema)),
    ].join("\n\n"),
    "sitemap.xml": sitemap(pages),
  };
}

/** Where the site will stand is not known, so addresses are relative to this file. */
function sitemap(pages: string[]): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(
  (page) => html`<url><loc>${page}</loc></url>
`,
)}</urlset>
`.text;
}
