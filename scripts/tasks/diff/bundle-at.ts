import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "../../core/artifact.ts";
import { readDocument, type OpenApiDocument } from "../../core/document.ts";
import { spawnRedocly } from "../../core/redocly.ts";

/**
 * Returns the bundle of the description as a commit has it.
 *
 * @param ref Commit, branch or tag.
 * @throws {Error} Where git does not know it, or it has no description.
 */
export async function bundleAt(ref: string): Promise<OpenApiDocument> {
  const folder = mkdtempSync(join(tmpdir(), "spec-at-"));
  try {
    const archive = join(folder, "spec.tar");
    const args = ["archive", "--format=tar", `--output=${archive}`, "--end-of-options", ref, "spec"];
    execFileSync("git", args, { cwd: ROOT, stdio: "pipe", encoding: "utf8" });
    execFileSync("tar", ["-xf", archive, "-C", folder]);
    const bundle = join(folder, "openapi.yaml");
    const child = spawnRedocly(["bundle", join(folder, "spec/openapi.yaml"), "--output", bundle]);
    const [errors, [code]] = await Promise.all([text(child.stderr), once(child, "exit") as Promise<[number | null]>]);
    if (code !== 0) throw new Error(errors.trim());
    return readDocument(bundle);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`cannot read the description at "${ref}": ${(stderr ?? message).trim()}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
