// `pnpm diff`: compares the description with the bundle of the last release. `redocly diff` rates every change; a change
// that `info.version` does not match is an error. `--write` puts the entry into CHANGELOG.md.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { BUNDLE, ROOT } from "../../core/artifact.ts";
import { changes } from "./changes.ts";
import { readDocument } from "../../core/document.ts";

const RELEASED = join(ROOT, "spec/released/openapi.yaml");
const CHANGELOG = join(ROOT, "CHANGELOG.md");

interface Report {
  infoVersions: { base: string; revision: string };
  bump?: string;
  changes: { impact: string; path: string; verdicts: { message: string }[] }[];
}

/** Rates the changes between two bundles; `lines` are the changelog, `problem` says what is wrong with the version, if anything is. */
export function rate(base: string, revision: string): { report: Report; lines: string[]; problem: string | undefined } {
  const command = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  // Without `diff-recommended`, every change passes.
  const config = join(ROOT, "scripts/tasks/diff/redocly-diff.yaml");
  const args = [
    command,
    "diff",
    base,
    revision,
    "--format=json",
    "--check-version",
    "--fail-on=none",
    `--config=${config}`,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    maxBuffer: 2 ** 28,
  });
  let report: Report;
  try {
    report = JSON.parse(stdout) as Report;
  } catch {
    throw new Error(`redocly diff failed: ${stderr.trim()}`);
  }
  const lines = changes(readDocument(base), readDocument(revision));
  const { infoVersions: versions } = report;
  // Of extensions `redocly diff` knows nothing.
  const stayed =
    lines.length && versions.base === versions.revision
      ? `info.version stayed ${versions.base}, and the changelog is not empty`
      : undefined;
  return { report, lines, problem: status === 0 ? stayed : (stderr.match(/❌ (.*)/)?.[1] ?? stderr.trim()) };
}

function run(): void {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: RELEASED },
      revision: { type: "string", default: BUNDLE },
      write: { type: "boolean", default: false },
    },
  });
  if (!existsSync(values.base)) throw new Error(`${values.base} does not exist; it is the bundle of the last release`);
  const { report, lines, problem } = rate(values.base, values.revision);
  const { base, revision } = report.infoVersions;

  if (report.changes.length) {
    console.log(`| impact | change | where |\n| --- | --- | --- |`);
    for (const { impact, path, verdicts } of report.changes) {
      console.log(`| ${impact} | ${verdicts.map(({ message }) => message).join(" ")} | ${path} |`);
    }
  }
  console.log(`\n${base} → ${revision}: ${report.changes.length} changes${report.bump ? `, ${report.bump}` : ""}`);
  console.log(lines.join("\n"));
  if (problem) throw new Error(problem);
  if (values.write && lines.length) {
    const [head = "", ...entries] = readFileSync(CHANGELOG, "utf8").split(/^(?=## )/m);
    const kept = entries.filter((entry) => !entry.startsWith(`## ${revision}\n`));
    writeFileSync(
      CHANGELOG,
      [head, `## ${revision}\n\n${lines.map((line) => `- \`${line}\``).join("\n")}\n\n`, ...kept].join(""),
    );
  }
}

if (import.meta.main) {
  try {
    run();
  } catch (error) {
    console.error(`diff: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
