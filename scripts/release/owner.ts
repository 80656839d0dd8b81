// Writes the names of `owner.json` into every file that states them, in place of those of the project that this repository comes
// from, or of those in the file `--from`. `--check` writes nothing, and exits with 1 where a file states other names.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../core/artifact.ts";
import { readPackages, type Package } from "./packages.ts";

/** Whoever publishes this repository. */
export interface Owner {
  /** npm scope of the packages. */
  scope: string;
  /** Address of the repository. */
  repository: string;
  /** Registry and namespace of the container image. */
  images: string;
  /** Year and holder, for the licence. */
  copyright: string;
}

export const UPSTREAM: Owner = {
  scope: "@vpcep",
  repository: "https://github.com/vpcep/vpcep-api",
  images: "ghcr.io/vpcep",
  copyright: "2026 the authors of vpcep-api",
};

/** Valid values of `owner.json`, which are put into shell commands, links and package names as they are. */
const VALID: Record<keyof Owner, [RegExp, string]> = {
  scope: [/^@[a-z0-9][a-z0-9._-]*$/, "a scope of npm, such as @acme"],
  repository: [/^https:\/\/[\w.-]+(\/[\w.-]+)+(?<!\.git)$/, "an address such as https://github.com/acme/vpcep-api"],
  images: [/^[a-z0-9.:-]+(\/[a-z0-9._-]+)+$/, "a registry and a namespace, such as ghcr.io/acme"],
  copyright: [/^\d{4}.* \S/, "a year and a name, such as 2026 Acme"],
};

/** Files that state the names of upstream whoever the owner is. */
export const KEPT = ["LICENSE", "scripts/release/owner.ts", "scripts/release/owner.delivery.test.ts"];

function readOwner(file: string): Owner {
  const owner = JSON.parse(readFileSync(file, "utf8")) as Owner;
  for (const [name, [pattern, wanted]] of Object.entries(VALID)) {
    const value: unknown = owner[name as keyof Owner];
    if (typeof value !== "string" || !pattern.test(value))
      throw new Error(`${basename(file)}: ${name} must be ${wanted}, not ${JSON.stringify(value)}`);
  }
  return owner;
}

/** Returns the names of an owner as files state them, in the order in which they are looked for. */
function namesOf({ scope, repository, images }: Owner): string[] {
  const slug = new URL(repository).pathname.slice(1);
  return [repository, slug, images, slug.replace(/.*\//, ""), scope, `${scope.slice(1)}-`];
}

/** Where a name may stand; by the place in `namesOf`. The last one is the prefix of tarballs, as `npm pack` names them. */
const AFTER = [...Array<string>(4).fill("(?![\\w-])"), "(?=\\\\?/|[\"'`])", "(?=(?:client|docs|mock|spec)-[*\\d$])"];

/** Replaces the names of one owner in a text by those of another. */
export function rename(text: string, former: Owner, owner: Owner): string {
  const [from, to] = [namesOf(former), namesOf(owner)];
  const patterns = from.map((name, index) => `(?<![\\w@-])${name.replace(/[.]/g, "\\$&")}${AFTER[index]}`);
  return text.replace(new RegExp(patterns.join("|"), "g"), (found) => to[from.indexOf(found)] ?? found);
}

/** Adds the owner's line to the licence, below the one of upstream, which stays. */
function addCopyright(licence: string, owner: Owner): string {
  const [first, own] = [UPSTREAM, owner].map(({ copyright }) => `   Copyright ${copyright}\n`) as [string, string];
  return licence.includes(own) ? licence : licence.replace(first, first + own);
}

/** Returns the fields of a manifest that name another owner, in words. */
function checkManifest({ folder, manifest }: Package, { scope, repository }: Owner): string[] {
  const wanted = {
    name: `${scope}/${String(manifest["name"]).replace(/.*\//, "")}`,
    homepage: `${repository}/tree/main/${folder}#readme`,
    bugs: `${repository}/issues`,
    repository: { type: "git", url: `git+${repository}.git`, directory: folder },
  };
  return Object.entries(wanted)
    .map(([field, value]) => [field, JSON.stringify(manifest[field]), JSON.stringify(value)])
    .filter(([, found, value]) => found !== value)
    .map(([field, found, value]) => `${folder}/package.json: ${field} is ${found}, by owner.json it is ${value}`);
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, from: { type: "string" } } });
    const owner = readOwner(join(ROOT, "owner.json"));
    const former = values.from ? readOwner(values.from) : UPSTREAM;
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
    const changed: string[] = [];
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), "utf8");
      const renamed =
        file === "LICENSE"
          ? addCopyright(text, owner)
          : [...KEPT, "owner.json"].includes(file)
            ? text
            : rename(text, former, owner);
      if (renamed === text || text.includes("\0")) continue;
      changed.push(file);
      if (!values.check) writeFileSync(join(ROOT, file), renamed);
    }
    const problems = readPackages(ROOT)
      .filter((each) => !each.private)
      .flatMap((each) => checkManifest(each, owner));
    if (values.check) problems.push(...changed.map((file) => `${file} names ${former.repository} or its packages`));
    else console.log(`owner: ${changed.length} files changed; now "pnpm install", "pnpm format" and "pnpm test"`);
    if (problems.length) throw new Error(`${problems.join("\nowner: ")}\nowner: run "pnpm release:owner"`);
  } catch (error) {
    console.error(`owner: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
