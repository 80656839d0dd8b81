// Writes what `pnpm diff` found as a comment for a pull request, to `--out`. Ends with 1 where the version does not match.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rate } from "./diff.ts";
import { BUNDLE, ROOT } from "../../core/artifact.ts";

/** Lines that a comment shows of each list; GitHub takes 65,536 characters. */
const SHOWN = 150;

type Rating = ReturnType<typeof rate>;

/** The comment, in Markdown. */
export function comment({ report, lines, problem }: Rating): string {
  const { base, revision } = report.infoVersions;
  if (!report.changes.length && !lines.length && !problem) return "### The API stays as it is\n";
  const verdict = problem ? `:x: **${sentence(problem)}**` : ":white_check_mark: The version matches the changes.";
  const rows = report.changes.map(
    ({ impact, path, verdicts }) =>
      `| ${[impact, verdicts.map(({ message }) => message).join(" "), path].map(cell).join(" | ")} |`,
  );
  return (
    [
      `### What changes in the API, ${base} → ${revision}`,
      verdict,
      ...(lines.length ? [["```diff", ...cut(lines.map((line) => line.replace(/^~/, "!"))), "```"].join("\n")] : []),
      ...(rows.length
        ? [
            `<details><summary>Every change with its impact (${rows.length})</summary>\n\n${["| impact | change | where |\n| --- | --- | --- |", ...cut(rows)].join("\n")}\n\n</details>`,
          ]
        : []),
    ].join("\n\n") + "\n"
  );
}

function cut(lines: string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => (line.length > 200 ? `${line.slice(0, 199)}…` : line));
  return lines.length > SHOWN ? [...shown, `… and ${lines.length - SHOWN} more, which "pnpm diff" prints`] : shown;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function sentence(text: string): string {
  return /[.!]$/.test(text) ? text : `${text}.`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: join(ROOT, "spec/released/openapi.yaml") },
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
