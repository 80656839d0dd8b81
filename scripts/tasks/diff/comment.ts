// Writes what `pnpm diff` found as a comment for a pull request, to `--out`. Exits with 1 where the version does not match.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BUNDLE } from "../../core/artifact.ts";
import { changeList } from "./changelog.ts";
import { rate, RELEASED, type Rating } from "./diff.ts";

/** Limit of a comment in characters; GitHub allows 65,536. */
const LONGEST = 60_000;

/** Returns the comment, in Markdown. */
export function comment({ base, revision, changes, problem }: Rating): string {
  if (!changes.length && !problem) return "### The API stays as it is\n";
  const verdict = problem ? `:x: **${problem}**` : ":white_check_mark: The version matches the changes.";
  const text = `### What changes in the API, ${base} → ${revision}\n\n${verdict}\n\n${changeList(changes).replace(/^###/gm, "####")}`;
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf("\n", LONGEST))}\n\n… and more, which \`pnpm diff\` prints\n`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: RELEASED },
      revision: { type: "string", default: BUNDLE },
      out: { type: "string", default: "comment.md" },
    },
  });
  const rating = rate(values.base, values.revision);
  writeFileSync(values.out, comment(rating));
  if (rating.problem) {
    console.error(`diff: ${rating.problem}`);
    process.exitCode = 1;
  }
}
