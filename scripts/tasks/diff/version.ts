import type { ApiChange } from "./changes.ts";
import type { Impact } from "./rules.ts";

/** Returns the version that changes require after a version. Below 1.0, a breaking change raises the second number. */
export function requiredVersion(version: string, changes: ApiChange[]): { bump: Impact; version: string } | undefined {
  const worst = changes[0]?.impact;
  if (!worst) return undefined;
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map(Number);
  const bump = worst === "major" && major === 0 ? "minor" : worst;
  const raised = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: `${major}.${minor}.${patch + 1}`,
  };
  return { bump, version: raised[bump] };
}

/** Returns the problem of the version of a revision, in words, unless it is raised far enough. */
export function versionProblem(base: string, revision: string, changes: ApiChange[]): string | undefined {
  const required = requiredVersion(base, changes);
  if (!required || !isBelow(revision, required.version)) return undefined;
  const stayed = base === revision ? `stayed ${base}` : `was raised from ${base} to ${revision} only`;
  return `info.version ${stayed}, but these changes require a ${required.bump} bump (${required.version}).`;
}

function isBelow(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  const index = left!.findIndex((part, place) => part !== right![place]);
  return index >= 0 && left![index]! < right![index]!;
}
