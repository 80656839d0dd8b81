// Packs what is published into `--out` (reports/packages), checks each tarball, and prints its size.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../core/artifact.ts";
import { readPackages, type Package } from "./packages.ts";
import { pnpm } from "./pnpm.ts";
import { checkFiles, readTarball } from "./tarball.ts";

/** Packs a package into a folder; returns the path of the tarball. */
export async function pack({ folder, name, version }: Package, out: string): Promise<string> {
  const tarball = join(out, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  const { status, stderr, stdout } = await pnpm(["pack", "--out", tarball], join(ROOT, folder));
  if (status !== 0) throw new Error(`pnpm pack failed for ${name}: ${stderr.trim() || stdout.trim()}`);
  return tarball;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: "string", default: join(ROOT, "reports/packages") } } });
  mkdirSync(values.out, { recursive: true });
  for (const each of readPackages(ROOT).filter((candidate) => !candidate.private)) {
    const tarball = await pack(each, values.out);
    const files = readTarball(tarball);
    const unpacked = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    console.log(
      `${each.name} ${each.version}: ${files.size} files, ${statSync(tarball).size} bytes packed, ${unpacked} unpacked`,
    );
    for (const problem of checkFiles(files)) {
      console.error(`pack: ${each.name}: ${problem}`);
      process.exitCode = 1;
    }
  }
}
