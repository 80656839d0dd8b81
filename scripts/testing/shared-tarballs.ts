import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../core/artifact.ts";
import { pack } from "../release/pack.ts";
import { readPackages } from "../release/packages.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Paths of the tarballs that `npm publish` would send, by the names of the packages. */
    tarballs: Record<string, string>;
  }
}

/** Packs the published packages once for all test files of a project. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "tarballs-"));
  const published = readPackages(ROOT).filter((each) => !each.private);
  const tarballs = await Promise.all(published.map(async (each) => [each.name, await pack(each, folder)]));
  project.provide("tarballs", Object.fromEntries(tarballs) as Record<string, string>);
  return () => rmSync(folder, { recursive: true });
}
