// Brings the description, the private packages and what starts the mock to the version that changesets gave those that are
// published.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../core/artifact.ts";
import { PINS, readPackages } from "./packages.ts";

/** Replaces a version in a text that has it exactly once. Throws otherwise. */
export function replaceVersion(text: string, pattern: RegExp, version: string, file: string): string {
  const found = text.match(new RegExp(pattern, "gm"))?.length ?? 0;
  if (found !== 1) throw new Error(`${file} has ${found} versions where it should have one`);
  return text.replace(new RegExp(pattern, "m"), (_, before: string) => before + version);
}

/** Writes the version of the published packages to every other place; returns the version. */
export function setVersion(root: string): string {
  const packages = readPackages(root);
  const [version, ...others] = new Set(packages.filter((each) => !each.private).map((each) => each.version));
  if (version === undefined || others.length)
    throw new Error(
      `the published packages are at ${[version, ...others].join(" and ")}; run "changeset version" first`,
    );
  const write = (file: string, pattern: RegExp) => {
    const path = join(root, file);
    writeFileSync(path, replaceVersion(readFileSync(path, "utf8"), pattern, version, file));
  };
  for (const each of packages) if (each.private) write(join(each.folder, "package.json"), /^(  "version": ")[^"]+/);
  for (const pin of PINS) write(pin.file, pin.pattern);
  write("spec/openapi.yaml", /^(  version: )[^\s#]+/);
  return version;
}

if (import.meta.main) console.log(`all versions are set to ${setVersion(ROOT)}`);
