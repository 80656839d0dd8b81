// Publishes what `pnpm release:pack` packed into `--tarballs` (reports/packages). It leaves out what the registry has already, so that a
// second run goes on where the first one stopped. A pre-release gets the tag `next`, anything else `latest`. npm vouches for the
// origin of a package only in a workflow that it trusts; elsewhere, `--no-provenance` does without.
import { execFile, execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { ROOT } from "../core/artifact.ts";

const run = promisify(execFile);

/** Returns whether the registry has a version of a package. Throws where it cannot say. */
async function isPublished(name: string, version: string): Promise<boolean> {
  try {
    const { stdout } = await run("npm", ["view", `${name}@${version}`, "version", "--json"]);
    return stdout.trim() !== "";
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    if (/"code": "E404"/.test(stdout)) return false;
    throw new Error(`the registry cannot say whether it has ${name}@${version}: ${(stderr || stdout).trim()}`);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      tarballs: { type: "string", default: join(ROOT, "reports/packages") },
      provenance: { type: "boolean", default: true },
    },
  });
  const files = globSync("*.tgz", { cwd: values.tarballs }).sort();
  try {
    if (!files.length) throw new Error(`${values.tarballs} has no tarballs; run "pnpm release:pack"`);
    for (const file of files) {
      const tarball = join(values.tarballs, file);
      const manifest = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
      const { name, version } = JSON.parse(manifest) as Record<"name" | "version", string>;
      if (await isPublished(name, version)) {
        console.log(`${name}@${version} was published before: skipped`);
        continue;
      }
      const tag = version.includes("-") ? "next" : "latest";
      const options = ["--access", "public", "--tag", tag, "--ignore-scripts", `--provenance=${values.provenance}`];
      await run("npm", ["publish", tarball, ...options]);
      console.log(`${name}@${version} is published as ${tag}`);
    }
  } catch (error) {
    const { message, stderr } = error as { message: string; stderr?: string };
    console.error(`publish: ${stderr?.trim() || message}`);
    console.error("publish: run it again to continue; published packages are skipped");
    process.exitCode = 1;
  }
}
