// A fork in a clone: another owner in `owner.json`, applied, built and packed.
import { execFileSync, spawnSync } from "node:child_process";
import { globSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { cloneRepository } from "../testing/clone.ts";
import { KEPT, rename, UPSTREAM, type Owner } from "./owner.ts";
import { readTarball } from "./tarball.ts";

const FORK: Owner = {
  scope: "@acme-cloud",
  repository: "https://github.com/acme/endpoints",
  images: "registry.acme.example/tools",
  copyright: "2027 Acme",
};
/** The names of upstream, as a reader would search for them. */
const FORMER = /@vpcep\b(?!\.)|vpcep\/vpcep-api|vpcep-api|ghcr\.io\/vpcep|\bvpcep-(client|docs|mock|spec)-[*\d]/;

it.each([
  ["npm i @vpcep/mock", "npm i @acme-cloud/mock"],
  ['join(folder, "@vpcep", name)', 'join(folder, "@acme-cloud", name)'],
  ["/npx @vpcep\\/mock/", "/npx @acme-cloud\\/mock/"],
  ["cd vpcep-api; npm i ../vpcep-api/vpcep-mock-*.tgz", "cd endpoints; npm i ../endpoints/acme-cloud-mock-*.tgz"],
  ["uses: vpcep/vpcep-api/action@main", "uses: acme/endpoints/action@main"],
  ["git+https://github.com/vpcep/vpcep-api.git", "git+https://github.com/acme/endpoints.git"],
  ["ghcr.io/vpcep/vpcep-mock:0.1.0", "registry.acme.example/tools/vpcep-mock:0.1.0"],
  [
    "npx vpcep-mock; VPCEP_REGION; my-vpcep-api; vpcep-mock-dir",
    "npx vpcep-mock; VPCEP_REGION; my-vpcep-api; vpcep-mock-dir",
  ],
])("renames in %s", (text, renamed) => {
  expect(rename(text, UPSTREAM, FORK)).toBe(renamed);
});

describe("a fork", { timeout: 300_000 }, () => {
  let clone: string;
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_CACHE: "local:" };
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: clone, env, encoding: "utf8" });
  const own = (...args: string[]) => node("scripts/release/owner.ts", ...args);
  beforeAll(() => {
    clone = cloneRepository();
  });
  afterAll(() => rmSync(clone, { recursive: true }));

  it("is told to apply its names, and what is wrong with them", () => {
    expect(own("--check")).toMatchObject({ status: 0, stderr: "" });
    writeFileSync(join(clone, "owner.json"), JSON.stringify({ ...FORK, scope: "acme" }));
    expect(own().stderr).toContain('owner.json: scope must be a scope of npm, such as @acme, not "acme"');
    writeFileSync(join(clone, "owner.json"), JSON.stringify(FORK));
    expect(own("--check", "--from", join(ROOT, "owner.json"))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/README\.md names .*[^]*client\/package\.json[^]*run "pnpm release:owner"/),
    });
  });

  it("leaves no name of upstream but where its authors are named", () => {
    expect(own("--from", join(ROOT, "owner.json"))).toMatchObject({ status: 0, stderr: "" });
    expect(own("--check")).toMatchObject({ status: 0, stderr: "" });
    execFileSync("git", ["add", "--all"], { cwd: clone });
    const found = spawnSync("git", ["grep", "-lIP", FORMER.source], { cwd: clone, encoding: "utf8" }).stdout;
    expect(found.trim().split("\n").sort()).toEqual([...KEPT].sort());
  });

  it("builds and packs packages with its scope, its address and both copyright notices", () => {
    execFileSync("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: clone, stdio: "pipe" });
    expect(node("node_modules/turbo/bin/turbo", "run", "build")).toMatchObject({ status: 0 });
    expect(node("scripts/release/pack.ts")).toMatchObject({ status: 0, stderr: "" });
    const tarballs = globSync("reports/packages/*.tgz", { cwd: clone }).map((file) => readTarball(join(clone, file)));
    expect(tarballs.length).toBeGreaterThan(3);
    for (const files of tarballs) {
      const manifest = JSON.parse(files.get("package.json") ?? "") as { name: string; homepage: string };
      expect(manifest.name).toMatch(/^@acme-cloud\/\w+$/);
      expect(manifest.homepage).toContain(FORK.repository);
      expect(files.get("LICENSE")).toContain(`Copyright ${UPSTREAM.copyright}\n   Copyright ${FORK.copyright}\n`);
      expect(
        [...files].filter(([path, text]) => path !== "LICENSE" && FORMER.test(text)).map(([path]) => path),
      ).toEqual([]);
    }
  });
});
