// `pnpm diff`: compares the description with the bundle of the last release, rates every change for those who call the API, and
// exits with 1 unless `info.version` matches. `--write` puts the changes into CHANGELOG.md. With a commit, as in `pnpm diff HEAD`, it
// lists the changes since that commit, whatever the version.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BUNDLE, ROOT } from "../../core/artifact.ts";
import { readDocument } from "../../core/document.ts";
import { bundleAt } from "./bundle-at.ts";
import { addRelease } from "./changelog.ts";
import { changes, line, type ApiChange } from "./changes.ts";
import { versionProblem } from "./version.ts";

export const RELEASED = join(ROOT, "spec/released/openapi.yaml");
const CHANGELOG = join(ROOT, "CHANGELOG.md");

/** Changes between two bundles. */
export interface Rating {
  /** `info.version` of both. */
  base: string;
  revision: string;
  /** The gravest first. */
  changes: ApiChange[];
  /** Set unless the version is raised far enough. */
  problem: string | undefined;
}

/** Rates the changes between two bundles. Throws where one of them cannot be read. */
export function rate(baseFile: string, revisionFile: string): Rating {
  if (!existsSync(baseFile)) throw new Error(`${baseFile} does not exist; it is the bundle of the last release`);
  const [base, revision] = [readDocument(baseFile), readDocument(revisionFile)];
  const found = changes(base, revision);
  const versions = { base: base.info.version, revision: revision.info.version };
  return { ...versions, changes: found, problem: versionProblem(versions.base, versions.revision, found) };
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string", default: RELEASED },
      revision: { type: "string", default: BUNDLE },
      write: { type: "boolean", default: false },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    },
  });
  const [ref, ...others] = positionals;
  if (others.length) throw new Error(`one commit is compared with, not also ${others.join(", ")}`);
  if (ref !== undefined) {
    const [base, revision] = [await bundleAt(ref), readDocument(values.revision)];
    return print(changes(base, revision), `${ref} (${base.info.version})`, revision.info.version);
  }
  const rating = rate(values.base, values.revision);
  print(rating.changes, rating.base, rating.revision);
  if (rating.problem) throw new Error(rating.problem);
  if (values.write && rating.changes.length) {
    writeFileSync(CHANGELOG, addRelease(readFileSync(CHANGELOG, "utf8"), rating, values.date));
  }
}

function print(found: ApiChange[], base: string, revision: string): void {
  for (const change of found) console.log(`${change.impact}  ${line(change)}`);
  console.log(`${base} → ${revision}: ${found.length || "no"} ${found.length === 1 ? "change" : "changes"}`);
}

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    console.error(`diff: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
