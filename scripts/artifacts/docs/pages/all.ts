import { layout } from "../components/layout.ts";
import type { Page } from "../components/page.ts";
import type { Site } from "../model.ts";
import { changelogPage } from "./changelog.ts";
import { errorsPage } from "./errors.ts";
import { guidePage } from "./guide.ts";
import { homePage } from "./home.ts";
import { clientPage, modulePage } from "./module.ts";
import { operationPage } from "./operation.ts";
import { referencePage } from "./reference.ts";
import { schemaPage, schemasPage } from "./schema.ts";

/** Every page of the site but Redoc and the one for what is not found. */
export function pagesOf(site: Site): Page[] {
  return [
    homePage(site),
    ...site.guide.map((page) => guidePage(site, page)),
    referencePage(site),
    ...site.operations.map((operation) => operationPage(site, operation)),
    schemasPage(site),
    ...[...site.schemas.values()].map((entry) => schemaPage(site, entry)),
    ...(site.errors.size ? [errorsPage(site)] : []),
    ...(site.modules.length ? [clientPage(site)] : []),
    ...site.modules.map((module) => modulePage(site, module)),
    changelogPage(site),
  ];
}

/** The files of pages: HTML, and the same in Markdown. */
export function pageFiles(site: Site, pages: Page[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const page of pages) {
    if (files[page.path] !== undefined) throw new Error(`two pages have the address ${page.path}`);
    files[page.path] = layout(site, page);
    files[page.path.replace(/html$/, "md")] = `${page.markdown.trim()}\n`;
  }
  return files;
}
