import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve as resolvePath } from "node:path";
import type { OpenApiDocument } from "./document.ts";

export type Rendered = string | Record<string, string>;

/**
 * Renders a document. It is pure: the same document renders to the same bytes, and nothing else is read. A folder is its files by
 * their names.
 */
export type Render = (document: OpenApiDocument) => Rendered | Promise<Rendered>;

/** Returns what is wrong with an artifact below `root`, found without its generator; an empty list if nothing is. */
export type Check = (document: OpenApiDocument, root: string) => string[] | Promise<string[]>;

/** A generated file, or a folder with nothing but generated files in it. */
export interface Artifact {
  /** Name of its folder in `scripts/artifacts/`. */
  name: string;
  /** Path of the file or folder, relative to the root of the repository (or to `--out`). */
  path: string;
  render: Render;
  check?: Check;
}

/** Root of the repository. */
export const ROOT = resolvePath(import.meta.dirname, "../..");

/** The bundled document that everything is generated from. */
export const BUNDLE = join(ROOT, "spec/dist/openapi.yaml");

/** The same in JSON, which is read faster. */
export const BUNDLE_JSON = join(ROOT, "spec/dist/openapi.json");

/** Returns the first line of a generated file. */
export function notice(document: OpenApiDocument): string {
  return `Generated from ${document.info.title} ${document.info.version}. Do not edit: change the description and build again.`;
}

/** Returns the contents of an artifact's files by their paths. */
async function filesOf({ path, render }: Artifact, document: OpenApiDocument): Promise<Map<string, string>> {
  const rendered = await render(document);
  if (typeof rendered === "string") return new Map([[path, rendered]]);
  return new Map(Object.entries(rendered).map(([name, content]) => [join(path, name), content]));
}

/** Returns the first difference between the files of an artifact under `out` and what it renders to, if there is one. */
export async function compare(artifact: Artifact, document: OpenApiDocument, out: string): Promise<string | undefined> {
  return difference(artifact.path, await filesOf(artifact, document), out);
}

/**
 * Writes the files of an artifact below `out`, in place of those that were there. A folder is written beside the old one and
 * then swapped in, so that a server or a watcher never sees half of it; files that are up to date are left alone.
 */
export async function write(artifact: Artifact, document: OpenApiDocument, out: string): Promise<void> {
  const files = await filesOf(artifact, document);
  if (!difference(artifact.path, files, out)) return;
  const target = join(out, artifact.path);
  mkdirSync(dirname(target), { recursive: true });
  const scratch = mkdtempSync(`${target}.`);
  try {
    for (const [path, content] of files) {
      const file = join(scratch, "new", relative(artifact.path, path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    // A rename replaces a file, but no folder that has something in it.
    if (existsSync(target) && statSync(target).isDirectory()) renameSync(target, join(scratch, "old"));
    renameSync(join(scratch, "new"), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function difference(artifactPath: string, files: Map<string, string>, out: string): string | undefined {
  for (const [path, wanted] of files) {
    let found: string;
    try {
      found = readFileSync(join(out, path), "utf8");
    } catch {
      return `${path} is missing; run pnpm build`;
    }
    if (found === wanted) continue;
    const lines = wanted.split("\n");
    const line = found.split("\n").findIndex((text, index) => text !== lines[index]);
    return `${path} differs from what the spec renders to, from line ${line < 0 ? lines.length : line + 1}; run pnpm build`;
  }
  const extra = globSync(`${artifactPath}/**`, { cwd: out, withFileTypes: true })
    .map((entry) => (entry.isFile() ? relative(out, join(entry.parentPath, entry.name)) : undefined))
    .find((path) => path !== undefined && !files.has(path));
  return extra && `${extra} is not rendered from the spec; run pnpm build`;
}
