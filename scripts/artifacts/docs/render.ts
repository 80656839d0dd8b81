import type { Rendered } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { changesOf } from "./pages/changelog-facts.ts";
import { machineFiles } from "./exports/machine-files.ts";
import { changelogPage, notFoundPage } from "./pages/plain.ts";
import { redoc, redocLicences } from "./redoc/redoc.ts";
import { reference } from "./pages/index.ts";
import { readSite, type Site } from "./model.ts";

/** The documentation site: Redoc, the static reference beside it, and what programs read. */
export async function render(document: OpenApiDocument): Promise<Rendered> {
  const site = readSite(document);
  // Redoc is made by a process of its own; meanwhile the rest is rendered here.
  const [explorer, others] = await Promise.all([redoc(site), Promise.resolve(site).then(plainFiles)]);
  return { "index.html": explorer, ...others, "THIRD-PARTY-LICENSES.txt": redocLicences() };
}

/** Everything but the page of Redoc, which takes a command of its own to make. */
export function plainFiles(site: Site): Record<string, string> {
  const pages = reference(site);
  const addresses = Object.keys(pages).filter((name) => name.endsWith(".html"));
  return {
    ...pages,
    ...machineFiles(site, ["index.html", "changelog.html", ...addresses]),
    "changelog.html": changelogPage(site, changesOf(site.document)),
    "404.html": notFoundPage(site),
  };
}
