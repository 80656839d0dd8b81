import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { artifacts } from "../artifacts/index.ts";
import { ROOT, write } from "../core/artifact.ts";
import type { OpenApiDocument } from "../core/document.ts";

/**
 * Renders every artifact but the docs below a folder, beside the part of the client that is written by hand, so that the client
 * there runs and compiles.
 */
export async function renderInto(root: string, document: OpenApiDocument): Promise<void> {
  copyClient(root);
  for (const artifact of artifacts) if (artifact.name !== "docs") await write(artifact, document, root);
}

/** Copies the part of the client that is written by hand below a folder. */
export function copyClient(root: string): void {
  const [from, to] = [ROOT, root].map((folder) => join(folder, "packages/client")) as [string, string];
  mkdirSync(to, { recursive: true });
  cpSync(join(from, "src"), join(to, "src"), { recursive: true, filter: (path) => !path.endsWith("/generated") });
  for (const name of ["package.json", "tsconfig.json", "tsconfig.build.json"]) cpSync(join(from, name), join(to, name));
  cpSync(join(ROOT, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  symlinkSync(join(from, "node_modules"), join(to, "node_modules"));
}

/** Compiles the client below a folder; returns what the compiler prints, which is nothing where all is well. */
export async function compileClient(root: string, program = ""): Promise<string> {
  const folder = join(root, "packages/client");
  writeFileSync(join(folder, "src/program.ts"), program);
  const compiler = createRequire(import.meta.url).resolve("../../node_modules/typescript/package.json");
  const command = [join(compiler, "../bin/tsc"), "--project", join(folder, "tsconfig.json"), "--noEmit"];
  return promisify(execFile)(process.execPath, command).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}
