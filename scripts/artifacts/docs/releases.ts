/** A release of the description, read from CHANGELOG.md. */
export interface Release {
  version: string;
  /** `YYYY-MM-DD`; absent where the changelog has none. */
  date: string | undefined;
  /** Markdown. */
  changes: string;
}

/** Reads every release, newest first; the version of the document comes first even where it is not released yet. */
export function readReleases(changelog: string, version: string): Release[] {
  const released = changelog
    .split(/^## /m)
    .slice(1)
    .map((part): Release => {
      const [heading = "", ...lines] = part.split("\n");
      const [, name = heading, date] = heading.match(/^\[?([\w.+-]+)\]?(?:[\s(–-]+(\d{4}-\d\d-\d\d)\)?)?/) ?? [];
      return { version: name, date, changes: lines.join("\n").trim() };
    });
  if (released.some((release) => release.version === version)) return released;
  return [{ version, date: undefined, changes: "Not released yet." }, ...released];
}
