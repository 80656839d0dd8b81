import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

/** The files of a package, by their path in it. */
export type Files = Map<string, string>;

/** Files that a user of a package does not need. */
const UNNEEDED =
  /(^|\/)(tests?|__tests__|node_modules|reports|coverage)\/|\.test\.|(^|\/)(tsconfig[^/]*\.json|\.[^/]+)$|\.tsbuildinfo$|(?<!\.d)\.[cm]?ts$/;

/** Files that every package has. */
const NEEDED = ["LICENSE", "README.md", "package.json"];

/** Unpacks a tarball of npm. */
export function readTarball(tarball: string): Files {
  const folder = mkdtempSync(join(tmpdir(), "tarball-"));
  try {
    execFileSync("tar", ["-xzf", tarball, "-C", folder]);
    const root = join(folder, "package");
    const paths = globSync("**", { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      paths
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [posix.relative(root, path), readFileSync(path, "utf8")]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the problems of the files of a package, in words. */
export function checkFiles(files: Files): string[] {
  const problems = [...files.keys()]
    .filter((path) => UNNEEDED.test(path))
    .map((path) => `${path} is of no use to those who install it`);
  for (const path of NEEDED) if (!files.has(path)) problems.push(`${path} is missing`);
  for (const [, link = ""] of withoutCode(files.get("README.md") ?? "").matchAll(/\]\((?!https?:|#)([^)]*)\)/g)) {
    problems.push(`README.md leads to ${link}, which is not there for those who read it on npm`);
  }
  for (const [path, text] of files) {
    const map = text.match(/\n\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/)?.[1];
    if (map && !files.has(posix.join(posix.dirname(path), map)))
      problems.push(`${path} names the source map ${map}, which is not there`);
    if (path.endsWith(".map")) problems.push(...checkMap(path, text, files));
  }
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as Record<string, unknown>;
  for (const entry of entries(manifest["exports"], manifest["bin"])) {
    const found = entry.includes("*")
      ? [...files.keys()].some((path) => posix.matchesGlob(path, posix.normalize(entry)))
      : files.has(posix.normalize(entry));
    if (!found) problems.push(`package.json names ${entry}, which is not there`);
  }
  return problems;
}

function checkMap(path: string, text: string, files: Files): string[] {
  const { sources, sourcesContent } = JSON.parse(text) as { sources: string[]; sourcesContent?: (string | null)[] };
  return sources
    .filter((source, index) => sourcesContent?.[index] == null && !files.has(posix.join(posix.dirname(path), source)))
    .map((source) => `${path} points at ${source}, which is not there`);
}

/** Every file that `exports` or `bin` names. */
function entries(...values: unknown[]): string[] {
  return values.flatMap((value) =>
    typeof value === "string" ? [value] : entries(...Object.values((value ?? {}) as object)),
  );
}

/** Markdown without code, which is no link. */
function withoutCode(markdown: string): string {
  return markdown.replace(/```[^]*?```|`[^`\n]*`/g, "");
}
