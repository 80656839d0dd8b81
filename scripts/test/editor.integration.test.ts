import { globSync } from "node:fs";
import { matchesGlob } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { readFile } from "../testing/bundle.ts";

const settings = JSON.parse(readFile(".vscode/settings.json")) as { "yaml.schemas": Record<string, string[]> };
const files = globSync("spec/{*.yaml,{paths,components,workflows,dist,released}/**/*.yaml}", {
  cwd: ROOT,
  exclude: ["spec/drift.yaml"],
});

/** Counts the schemas that an editor checks a file with. */
function schemas(file: string): number {
  return Object.values(settings["yaml.schemas"]).filter((patterns) =>
    patterns.some((pattern) => matchesGlob(file, pattern)),
  ).length;
}

it("the editor checks every file of the description with one schema", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => schemas(file) !== 1)).toEqual([]);
  expect(schemas("spec/components/others/Other.yaml")).toBe(0);
});

it("every pattern of the editor has files", () => {
  const patterns = Object.values(settings["yaml.schemas"]).flat();
  expect(patterns.filter((pattern) => !files.some((file) => matchesGlob(file, pattern)))).toEqual([]);
});
