import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";
import { parseArgs } from "node:util";
import { readDocument, type OpenApiDocument } from "./document.ts";

/** A generated file. */
export interface Artifact {
  /** Where it belongs, relative to the root of the repository (or to `--out`). */
  path: string;
  /** Pure: the same document gives the same bytes, and nothing else is looked at. */
  render(document: OpenApiDocument): string | Promise<string>;
  /** Further files that belong to it, by path; pure as well. */
  companions?(document: OpenApiDocument): Record<string, string>;
}

/** Root of the repository. */
export const ROOT = resolvePath(import.meta.dirname, "../..");

/** The bundled document that everything is generated from. */
export const BUNDLE = join(ROOT, "spec/dist/openapi.yaml");

/** First line of a generated file: where it came from, and not to edit it. */
export function notice(document: OpenApiDocument): string {
  return `Generated from ${document.info.title} ${document.info.version}. Do not edit: change the description and build again.`;
}

/** The files of an artifact, by path; its own comes first. */
async function renderAll(artifact: Artifact, document: OpenApiDocument): Promise<[path: string, content: string][]> {
  return [[artifact.path, await artifact.render(document)], ...Object.entries(artifact.companions?.(document) ?? {})];
}

/** Says what is wrong with the files of an artifact under `out`, or nothing where they are as rendered. */
export async function compare(artifact: Artifact, document: OpenApiDocument, out: string): Promise<string | undefined> {
  for (const [path, wanted] of await renderAll(artifact, document)) {
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
  return undefined;
}

/** Command line of a generator: `--spec FILE --out DIR` writes the artifact, `--check` compares it instead. */
export async function main(artifact: Artifact): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        spec: { type: "string", default: BUNDLE },
        out: { type: "string", default: ROOT },
        check: { type: "boolean", default: false },
      },
    });
    const document = readDocument(values.spec);
    if (values.check) {
      const problem = await compare(artifact, document, values.out);
      if (problem) throw new Error(problem);
      return;
    }
    const files = await renderAll(artifact, document);
    for (const [path, content] of files) {
      const file = join(values.out, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    console.log(`${artifact.path} written${files.length > 1 ? `, and ${files.length - 1} files with it` : ""}`);
  } catch (error) {
    console.error(`error: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
