import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { PINS, readPackages } from "./packages.ts";
import { replaceVersion, setVersion } from "./set-version.ts";
import { checkVersions, compareVersions, readVersions } from "./versions.ts";

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "versions-"));
  for (const { folder } of readPackages(ROOT)) {
    mkdirSync(join(copy, folder), { recursive: true });
    cpSync(join(ROOT, folder, "package.json"), join(copy, folder, "package.json"));
  }
  for (const file of [
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    "spec/openapi.yaml",
    ".changeset/config.json",
    ...PINS.map((pin) => pin.file),
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  // The description may be ahead of the packages; the copy is as it was at their release.
  const description = join(copy, "spec/openapi.yaml");
  writeFileSync(
    description,
    replaceVersion(readFileSync(description, "utf8"), /^(  version: )[^\s#]+/, now, description),
  );
});
afterEach(() => rmSync(copy, { recursive: true }));

const { version: now = "" } = readPackages(ROOT)[0] ?? {};
const next = now.replace(/\.(\d+)\.\d+$/, (_, minor: string) => `.${Number(minor) + 1}.0`);

function edit(file: string, from: string, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(path, text.replace(from, to));
}

it("is the same in every package, and in the description or on its way there", async () => {
  expect(checkVersions(await readVersions(ROOT))).toEqual([]);
});

it("is that of the four packages that are published, and of three that are not", () => {
  const names = (isPrivate: boolean) =>
    readPackages(ROOT)
      .filter((each) => each.private === isPrivate)
      .map(({ name }) => name)
      .sort();
  expect(names(false)).toEqual(["@vpcep/client", "@vpcep/docs", "@vpcep/mock", "@vpcep/spec"]);
  expect(names(true)).toEqual(["@vpcep/bench", "@vpcep/scripts", "vpcep-api"]);
});

describe("a fault", () => {
  it("is a package that stayed behind", async () => {
    edit("packages/mock/package.json", `"version": "${now}"`, `"version": "0.0.9"`);
    expect(checkVersions(await readVersions(copy))).toEqual([
      expect.stringContaining(`@vpcep/mock is at 0.0.9, another package at ${now}`),
    ]);
  });

  it("is a pipeline that starts another mock", async () => {
    edit("ci/gitlab/vpcep-mock.yml", `@vpcep/mock@${now}`, "@vpcep/mock@0.0.9");
    expect(checkVersions(await readVersions(copy))).toEqual([
      expect.stringContaining(`ci/gitlab/vpcep-mock.yml is at 0.0.9, another package at ${now}`),
    ]);
  });

  it("is a description behind the packages", async () => {
    edit("spec/openapi.yaml", `version: ${now}`, "version: 0.0.9");
    expect(checkVersions(await readVersions(copy))).toEqual([`info.version is 0.0.9, behind the packages at ${now}`]);
  });

  it("is a description ahead of what the changesets lead to", async () => {
    edit("spec/openapi.yaml", `version: ${now}`, `version: ${next}`);
    expect(checkVersions(await readVersions(copy))).toEqual([
      expect.stringContaining(`the changesets lead to ${now} only; add one`),
    ]);
    writeFileSync(join(copy, ".changeset/a.md"), `---\n"@vpcep/spec": minor\n---\n\nMore.\n`);
    expect(checkVersions(await readVersions(copy))).toEqual([]);
  });

  it("is a tag of another version, or one set while changesets are pending", async () => {
    expect(checkVersions({ ...(await readVersions(copy)), tag: `v${now}` })).toEqual([]);
    expect(checkVersions({ ...(await readVersions(copy)), tag: "v9.0.0" })).toEqual([
      `the tag is v9.0.0, the packages are at ${now}`,
    ]);
    writeFileSync(join(copy, ".changeset/a.md"), `---\n"@vpcep/client": patch\n---\n\nMended.\n`);
    expect(checkVersions({ ...(await readVersions(copy)), tag: `v${now}` })).toEqual([
      expect.stringContaining("changesets are pending"),
    ]);
  });
});

it("is raised everywhere by one changeset of one package", async () => {
  writeFileSync(join(copy, ".changeset/a.md"), `---\n"@vpcep/client": minor\n---\n\nA new option.\n`);
  const changeset = join(ROOT, "node_modules/@changesets/cli/bin.js");
  const { status, stderr } = spawnSync(process.execPath, [changeset, "version"], { cwd: copy, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(setVersion(copy)).toBe(next);
  const versions = await readVersions(copy);
  expect(new Set(versions.packages.map(({ version }) => version))).toEqual(new Set([next]));
  expect(versions).toMatchObject({ info: next, planned: undefined });
  expect(readFileSync(join(copy, "packages/client/CHANGELOG.md"), "utf8")).toContain("A new option.");
});

it("is not set where the published packages differ, or where a file has no version or two", () => {
  edit("packages/docs/package.json", `"version": "${now}"`, `"version": "${next}"`);
  expect(() => setVersion(copy)).toThrow("the published packages are at");
  expect(() => replaceVersion("a", /^(v: )\d/, "2", "x.yaml")).toThrow("x.yaml has 0 versions");
  expect(() => replaceVersion("v: 1\nv: 1", /^(v: )\d/, "2", "x.yaml")).toThrow("x.yaml has 2 versions");
});

it("is compared by number, a pre-release before its release", () => {
  expect(["1.0.0", "0.10.0", "0.9.1", "0.10.0-next.1"].sort(compareVersions)).toEqual([
    "0.9.1",
    "0.10.0-next.1",
    "0.10.0",
    "1.0.0",
  ]);
  expect(() => compareVersions("1.0", "1.0.0")).toThrow('"1.0" is not a version');
});
