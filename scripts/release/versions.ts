// One version for all: the packages have that of the last release, `info.version` may be ahead of it as far as the pending
// changesets lead. `--tag vX.Y.Z` checks more, for a release: all are at X.Y.Z, and nothing is pending.
import getReleasePlan from "@changesets/get-release-plan";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { PINS, readPackages, type Package } from "./packages.ts";

export interface Versions {
  /** The packages, and the files that name one. */
  packages: Pick<Package, "name" | "version">[];
  /** `info.version` of the description. */
  info: string;
  /** The version that the pending changesets lead to, where there are any. */
  planned: string | undefined;
  /** The tag of a release. */
  tag?: string | undefined;
}

/** Returns the problems of the versions, in words. */
export function checkVersions({ packages, info, planned, tag }: Versions): string[] {
  const [version = ""] = packages
    .map((each) => each.version)
    .sort(compareVersions)
    .reverse();
  const behind = packages.filter((each) => each.version !== version);
  const problems = behind.map(
    (each) =>
      `${each.name} is at ${each.version}, another package at ${version}; set them with "node scripts/release/set-version.ts"`,
  );
  if (compareVersions(info, version) < 0) problems.push(`info.version is ${info}, behind the packages at ${version}`);
  if (compareVersions(info, planned ?? version) > 0) {
    problems.push(
      `info.version is ${info}, and the changesets lead to ${planned ?? version} only; add one with "pnpm changeset"`,
    );
  }
  if (tag !== undefined && tag !== `v${version}`) problems.push(`the tag is ${tag}, the packages are at ${version}`);
  if (tag !== undefined && planned !== undefined)
    problems.push(`changesets are pending; run "pnpm release:version", then tag`);
  return problems;
}

/** Returns a number below zero when `a` comes before `b`. Pre-releases come before their release, and compare as equal. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => {
    const match = version.match(/^(\d+)\.(\d+)\.(\d+)(-.+)?$/);
    if (!match) throw new Error(`"${version}" is not a version of the form 1.2.3`);
    return [...match.slice(1, 4).map(Number), match[4] ? 0 : 1];
  };
  const [left, right] = [parts(a), parts(b)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Reads the versions of a checkout. */
export async function readVersions(root: string): Promise<Versions> {
  const { releases } = await getReleasePlan(root);
  return {
    packages: [
      ...readPackages(root),
      ...PINS.map(({ file, pattern }) => ({
        name: file,
        version: readFileSync(join(root, file), "utf8").match(pattern)?.[2] ?? "none",
      })),
    ],
    info: (parse(readFileSync(join(root, "spec/openapi.yaml"), "utf8")) as { info: { version: string } }).info.version,
    planned: releases.find(({ type }) => type !== "none")?.newVersion,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { tag: { type: "string" } } });
  const problems = checkVersions({ ...(await readVersions(ROOT)), tag: values.tag });
  for (const problem of problems) console.error(`versions: ${problem}`);
  if (problems.length) process.exitCode = 1;
}
