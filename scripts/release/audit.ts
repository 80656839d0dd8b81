// Lists the advisories of the registry that concern what is installed. One that is not in `accepted-advisories.json`, with the
// reason why it does no harm here, is an error; so is a reason for an advisory that is gone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../core/artifact.ts";
import { pnpm } from "./pnpm.ts";

export interface Advisory {
  github_advisory_id: string;
  module_name: string;
  severity: string;
  title: string;
}

/** Reasons by the GitHub id of the advisory. */
export type Accepted = Record<string, string>;

/** Returns the problems, in words. */
export function checkAdvisories(advisories: Advisory[], accepted: Accepted): string[] {
  const found = new Set(advisories.map(({ github_advisory_id: id }) => id));
  return [
    ...advisories
      .filter(({ github_advisory_id: id }) => !accepted[id]?.trim())
      .map(
        ({ github_advisory_id: id, module_name: name, severity, title }) =>
          `${name}: ${severity}: ${title} (${id}); raise or override it, or say in accepted-advisories.json why it does no harm`,
      ),
    ...Object.keys(accepted)
      .filter((id) => !found.has(id))
      .map((id) => `${id} is accepted, and the registry no longer reports it; take it out of accepted-advisories.json`),
  ];
}

/**
 * Returns the advisories of the registry, by default the one that packages are installed from. Throws when the registry does not
 * respond, since that says nothing about the packages.
 */
export async function readAdvisories(root: string, registry?: string): Promise<Advisory[]> {
  const { stdout, stderr } = await pnpm(["audit", "--json", ...(registry ? ["--registry", registry] : [])], root);
  let report: { advisories?: Record<string, Advisory> };
  try {
    report = JSON.parse(stdout) as typeof report;
  } catch {
    throw new Error(`the registry returned no advisories: ${(stderr || stdout).replace(/\s*[×│\n]+\s*/g, " ").trim()}`);
  }
  if (!report.advisories) throw new Error(`the registry returned no advisories: ${stdout.slice(0, 300)}`);
  return Object.values(report.advisories);
}

if (import.meta.main) {
  try {
    const accepted = JSON.parse(
      readFileSync(join(import.meta.dirname, "accepted-advisories.json"), "utf8"),
    ) as Accepted;
    const advisories = await readAdvisories(ROOT);
    for (const { github_advisory_id: id, module_name: name, severity } of advisories)
      console.log(`${id} ${severity} ${name}: ${accepted[id] ?? "no reason given"}`);
    const problems = checkAdvisories(advisories, accepted);
    for (const problem of problems) console.error(`audit: ${problem}`);
    if (problems.length) process.exitCode = 1;
  } catch (error) {
    console.error(`audit: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
