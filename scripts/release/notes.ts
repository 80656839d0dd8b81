// Prints the notes of a release: what changed in the API, from CHANGELOG.md, and what changed in each package.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../core/artifact.ts";
import { readPackages } from "./packages.ts";

/** Text of changesets for a package that is only released along with the others. */
const UNCHANGED = "No changes in this release.";

/** Returns the text under the heading of a version, if there is one. */
export function section(changelog: string, version: string): string | undefined {
  const entry = changelog.split(/^(?=## )/m).find((each) => each.match(/^## (\S+)/)?.[1] === version);
  return entry?.slice(entry.indexOf("\n")).trim() || undefined;
}

/** Returns the notes in Markdown. `packages` are the changelogs of the packages, by name. */
export function notes(version: string, api: string, packages: Record<string, string>): string {
  const parts = Object.entries(packages).map(([name, changelog]) => {
    const text = section(changelog, version);
    return text && text !== UNCHANGED && `## ${name}\n\n${text}`;
  });
  return [`## The API\n\n${section(api, version) ?? "No change."}`, ...parts.filter(Boolean)].join("\n\n") + "\n";
}

if (import.meta.main) {
  const published = readPackages(ROOT).filter((each) => !each.private);
  const read = (file: string) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : "");
  const changelogs = Object.fromEntries(
    published.map(({ folder, name }) => [name, read(join(folder, "CHANGELOG.md"))]),
  );
  process.stdout.write(notes(published[0]?.version ?? "", read("CHANGELOG.md"), changelogs));
}
