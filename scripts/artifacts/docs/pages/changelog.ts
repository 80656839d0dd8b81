import { CHANGES, slug } from "../addresses.ts";
import { html, type Html } from "../components/html.ts";
import type { Page } from "../components/page.ts";
import { viewOf, type View } from "../components/markdown.ts";
import { headline, type Section } from "../components/sections.ts";
import { changelogMarkdown } from "../exports/markdown.ts";
import type { Site } from "../model.ts";
import type { Release } from "../releases.ts";

/** The page with the changes, release by release. */
export function changelogPage(site: Site): Page {
  const view = viewOf(site, CHANGES, 0);
  return {
    path: CHANGES,
    title: "Changelog",
    description: `What changed in ${site.document.info.title} from release to release.`,
    sections: site.releases.map(sectionOf),
    markdown: changelogMarkdown(site),
    body: html`<h1>Changelog</h1>
${site.releases.map((release) => releaseSection(view, release))}`,
  };
}

function sectionOf({ version }: Release): Section {
  return [slug(version), version];
}

function releaseSection(view: View, release: Release): Html {
  const { date, changes } = release;
  return html`<section aria-labelledby="${sectionOf(release)[0]}">
${headline(sectionOf(release))}${date && html`<p class="crumb"><time datetime="${date}">${date}</time></p>`}
${view.markdown(changes)}
</section>
`;
}
