import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve as resolvePath } from "node:path";
import type { OpenApiDocument } from "./document.ts";

/** A generated file, or a folder with nothing but generated files in it. */
export interface Artifact {
  /** Name of its folder in `scripts/artifacts/`. */
  name: string;
  /** Where it belongs, relative to the root of the repository (or to `--out`). */
  path: string;
  /** Pure: the same document gives the same bytes, and nothing else is looked at. A folder is its files by their names. */
  render(document: OpenApiDocument): Rendered | Promise<Rendered>;
}

export type Rendered = string | Record<string, string>;

/** Root of the repository. */
export const ROOT = resolvePath(import.meta.dirname, "../..");

/** The bundled document that everything is generated from. */
export const BUNDLE = join(ROOT, "spec/dist/openapi.yaml");

/** First line of a generated file: where it came from, and not to edit it. */
export function notice(document: OpenApiDocument): string {
  return `Generated from ${document.info.title} ${document.info.version}. Do not edit: change the description and build again.`;
}

/** Contents of an artifact's files by their paths. */
async function filesOf({ path, render }: Artifact, document: OpenApiDocument): Promise<Map<string, string>> {
  const rendered = await render(document);
  if (typeof rendered === "string") return new Map([[path, rendered]]);
  return new Map(Object.entries(rendered).map(([name, content]) => [join(path, name), content]));
}

/** Says what is wrong with the file or folder of an artifact under `out`, or nothing where it is as rendered. */
export async function compare(artifact: Artifact, document: OpenApiDocument, out: string): Promise<string | undefined> {
  const files = await filesOf(artifact, document);
  for (const [path, wanted] of files) {
    let found: string;
    try {
      found = readFileSync(join(out, path), "utf8");
    } catch {
      return `${path} is missing; build it`;
    }
    if (found === wanted) continue;
    const lines = wanted.split("\n");
    const line = found.split("\n").findIndex((text, index) => text !== lines[index]);
    return `${path} is not what the description renders to, from line ${line < 0 ? lines.length : line + 1}; build it again`;
  }
  const extra = globSync(`${artifact.path}/**`, { cwd: out, withFileTypes: true })
    .map((entry) => (entry.isFile() ? relative(out, join(entry.parentPath, entry.name)) : undefined))
    .find((path) => path !== undefined && !files.has(path));
  return extra && `${extra} is not what the description renders to: nothing renders it; build again`;
}

/** Writes the files of an artifact below `out`, in place of those that were there. */
export async function write(artifact: Artifact, document: OpenApiDocument, out: string): Promise<void> {
  const files = await filesOf(artifact, document);
  rmSync(join(out, artifact.path), { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
}
