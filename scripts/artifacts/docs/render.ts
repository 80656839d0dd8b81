import { notice, type Rendered } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { MOCK_ADDRESS_FILE, mockAddress } from "./addresses.ts";
import { machineFiles } from "./exports/machine-files.ts";
import { searchIndex } from "./exports/search-index.ts";
import { assets, licenceOf } from "./inputs.ts";
import { readSite, type Site } from "./model.ts";
import { pageFiles, pagesOf } from "./pages/all.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { redoc, redocLicences } from "./redoc/redoc.ts";

/** The documentation site: pages, Redoc as one of its views, and files for programs. */
export async function render(document: OpenApiDocument): Promise<Rendered> {
  const site = readSite(document);
  // Redoc is made by a process of its own; meanwhile the rest is rendered here.
  const [views, others] = await Promise.all([redoc(site), Promise.resolve(site).then(siteFiles)]);
  const licences = [redocLicences(), licenceOf("minisearch")].join("\n\n");
  return { ...others, ...views, ...assets(), "THIRD-PARTY-LICENSES.txt": `${licences}\n` };
}

/** Every file of the site but Redoc and what is written by hand. */
export function siteFiles(site: Site): Record<string, string> {
  const pages = pagesOf(site);
  return {
    ...pageFiles(site, pages),
    ...machineFiles(site, pages),
    "assets/search-index.js": `// ${notice(site.document)}\n${searchIndex(site)}`,
    [MOCK_ADDRESS_FILE]: mockAddress(),
    "404.html": notFoundPage(site),
  };
}
