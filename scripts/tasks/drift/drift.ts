// `pnpm drift DIR`: compares the spec with a checkout of the vendor's Python SDK. Prints the new and the missing differences beside
// those that spec/drift.yaml accepts, and exits with 1 where there are any.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { BUNDLE, ROOT } from "../../core/artifact.ts";
import { readDocument } from "../../core/document.ts";
import { differences, specFacts } from "./facts.ts";
import { readPythonSdk } from "./python-sdk.ts";

const HELP = `Usage: pnpm drift DIR

Compares operations, query parameters, fields, types and listed values of the spec with DIR, a checkout of
https://github.com/huaweicloud/huaweicloud-sdk-python-v3. Differences in spec/drift.yaml are accepted. Exits
with 1 if there is a new difference, or if an accepted one is gone.`;

interface Accepted {
  reason: string;
  differences: string[];
}

/** Returns a Markdown table of the differences that are new or gone since they were accepted, and the exit code. */
export function report(found: string[], accepted: Accepted[]): { text: string; code: number } {
  const known = accepted.flatMap(({ differences: list }) => list);
  const rows = [
    ...found.filter((difference) => !known.includes(difference)).map((difference) => `| new | ${difference} |`),
    ...known.filter((difference) => !found.includes(difference)).map((difference) => `| gone | ${difference} |`),
  ];
  const summary = `${found.length} differences, ${found.filter((difference) => known.includes(difference)).length} of them accepted in spec/drift.yaml`;
  if (!rows.length) return { text: `${summary}; none is new, none is gone\n`, code: 0 };
  return { text: `| what | difference |\n| --- | --- |\n${rows.join("\n")}\n\n${summary}\n`, code: 1 };
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: { help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  const [directory, ...rest] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (!directory || rest.length) throw new Error("one DIR is required; see pnpm drift --help");
  const accepted = parse(readFileSync(join(ROOT, "spec/drift.yaml"), "utf8")) as Accepted[];
  const { text, code } = report(differences(specFacts(readDocument(BUNDLE)), readPythonSdk(directory)), accepted);
  process.stdout.write(text);
  return code;
}

if (import.meta.main) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(`drift: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
