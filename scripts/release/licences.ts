// Compares the licence of every installed package with `licences.json`.
import { readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { ROOT } from "../core/artifact.ts";
import { pnpm } from "./pnpm.ts";

export interface LicencePolicy {
  /** SPDX identifiers. */
  allowed: string[];
  /** Packages (a name, or a pattern) that may have another licence, and why. */
  exceptions: Record<string, string>;
}

/** Packages by their licence, as `pnpm licenses list --json` prints them. */
export type Licences = Record<string, { name: string; versions: string[] }[]>;

/** Returns the licences that are not allowed, in words. */
export function checkLicences(licences: Licences, { allowed, exceptions }: LicencePolicy): string[] {
  return Object.entries(licences)
    .filter(([licence]) => !isAllowed(licence, allowed))
    .flatMap(([licence, packages]) => packages.map((each) => ({ licence, ...each })))
    .filter(({ name }) => !Object.keys(exceptions).some((pattern) => pattern === name || matchesGlob(name, pattern)))
    .map(
      ({ licence, name, versions }) =>
        `${name} ${versions.join(", ")}: ${licence} is not on the list of scripts/release/licences.json`,
    );
}

/** One of several in "A OR B", all of several in "A AND B"; other expressions are not read and not allowed. */
function isAllowed(licence: string, allowed: string[]): boolean {
  const expression = licence.replace(/^\((.*)\)$/, "$1");
  if (expression.includes(" OR ")) return expression.split(" OR ").some((part) => isAllowed(part, allowed));
  return expression.split(" AND ").every((part) => allowed.includes(part));
}

/** The licences of everything that the workspace installs. */
export async function installedLicences(root: string): Promise<Licences> {
  const { stdout, stderr, status } = await pnpm(["--recursive", "licenses", "list", "--json"], root);
  if (status !== 0) throw new Error(`pnpm licenses failed: ${stderr.trim() || stdout.trim()}`);
  return JSON.parse(stdout) as Licences;
}

export const policy = JSON.parse(readFileSync(join(import.meta.dirname, "licences.json"), "utf8")) as LicencePolicy;

if (import.meta.main) {
  const problems = checkLicences(await installedLicences(ROOT), policy);
  for (const problem of problems) console.error(`licences: ${problem}`);
  if (problems.length) process.exitCode = 1;
}
