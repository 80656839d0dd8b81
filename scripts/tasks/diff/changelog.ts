import { line, type ApiChange } from "./changes.ts";
import type { Impact } from "./rules.ts";

const HEADINGS: Record<Impact, string> = { major: "Breaking", minor: "New", patch: "Other changes" };

/** Returns changes as Markdown, under a heading for each impact. */
export function changeList(changes: ApiChange[]): string {
  return Object.entries(HEADINGS)
    .map(([impact, heading]) => {
      const lines = changes.filter((change) => change.impact === impact).map((change) => `- ${line(change)}`);
      return lines.length ? `### ${heading}\n\n${lines.join("\n")}\n` : "";
    })
    .filter(Boolean)
    .join("\n");
}

/** Returns a changelog with the entry of a release on top; an entry of the same version is replaced, all others stay. */
export function addRelease(
  changelog: string,
  { revision, changes }: { revision: string; changes: ApiChange[] },
  date: string,
): string {
  const [head = "", ...entries] = changelog.split(/^(?=## )/m);
  const others = entries.filter((entry) => entry.match(/^## (\S+)/)?.[1] !== revision);
  return [head, `## ${revision} (${date})\n\n${changeList(changes)}\n`, ...others].join("");
}
