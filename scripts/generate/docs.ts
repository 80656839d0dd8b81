import { main, type Artifact } from "../lib/artifact.ts";
import { changesOf } from "../lib/docs/changelog.ts";
import { machineFiles } from "../lib/docs/machine-files.ts";
import { changelogPage, notFoundPage } from "../lib/docs/plain-pages.ts";
import { redoc, redocLicences } from "../lib/docs/redoc.ts";
import { reference } from "../lib/docs/reference.ts";
import { readSite, type Site } from "../lib/docs/site.ts";

/** The documentation site: Redoc, the static reference beside it, and what programs read. */
export const artifact: Artifact = {
  path: "packages/docs/dist",
  async render(document) {
    const site = readSite(document);
    // Redoc is made by a process of its own; meanwhile the rest is rendered here.
    const [explorer, others] = await Promise.all([redoc(site), Promise.resolve(site).then(plainFiles)]);
    return { "index.html": explorer, ...others, "THIRD-PARTY-LICENSES.txt": redocLicences() };
  },
};

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

if (import.meta.main) await main(artifact);
