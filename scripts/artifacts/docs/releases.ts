/** A release, read from CHANGELOG.md of the description and of each package. */
export interface Release {
  version: string;
  /** `YYYY-MM-DD`; absent where the changelog has none. */
  date: string | undefined;
  /** Markdown. */
  changes: string;
}

/** Changes of a version that is not released. */
export const NOT_RELEASED = "Not released yet.";

/** Headings of changesets, each with the one that readers see. */
const IMPACTS = { "Major Changes": "Breaking changes", "Minor Changes": "New", "Patch Changes": "Other changes" };

/**
 * Reads every release, newest first: what changesets say in words, then what changed in the API, one by one. The version of the
 * document comes first even where it is not released yet.
 */
export function readReleases(changelog: string, version: string, packages: string[] = []): Release[] {
  const released = entriesOf(changelog).map(({ changes, ...release }) => {
    const words = wordsOf(release.version, packages);
    const api = changes.replace(/^### (.+)$/gm, "**$1**");
    const title = words && `### API changes in ${release.version}\n\n`;
    return { ...release, changes: [words, title + (api || "None.")].filter(Boolean).join("\n\n") };
  });
  if (released.some((release) => release.version === version)) return released;
  return [{ version, date: undefined, changes: NOT_RELEASED }, ...released];
}

function entriesOf(changelog: string): Release[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((part): Release => {
      const [heading = "", ...lines] = part.split("\n");
      const [, name = heading, date] = heading.match(/^\[?([\w.+-]+)\]?(?:[\s(–-]+(\d{4}-\d\d-\d\d)\)?)?/) ?? [];
      return { version: name, date, changes: lines.join("\n").trim() };
    });
}

/** The changesets of a version, each once, with the names of the packages that it is about. */
function wordsOf(version: string, packages: string[]): string {
  const parts = Object.entries(IMPACTS).map(([impact, title]) => {
    const items = new Map<string, string[]>();
    for (const changelog of packages) {
      const [, name = ""] = changelog.match(/^# (?:@.+\/)?(.+)$/m) ?? [];
      const entry = entriesOf(changelog).find((one) => one.version === version)?.changes ?? "";
      const [, list = ""] = entry.split(new RegExp(`^### ${impact}$`, "m"));
      for (const item of list
        .split(/^### /m)[0]
        ?.split(/^- (?:[0-9a-f]{7,40}: )?/m)
        .slice(1) ?? [])
        if (!item.startsWith("Updated dependencies")) items.set(item.trim(), [...(items.get(item.trim()) ?? []), name]);
    }
    const lines = [...items].map(([text, names]) => `- **${names.join(", ")}**: ${text}`);
    return lines.length > 0 && `### ${title} in ${version}\n\n${lines.join("\n")}`;
  });
  return parts.filter(Boolean).join("\n\n");
}
