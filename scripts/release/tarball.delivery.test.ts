import { describe, expect, inject, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { readPackages } from "./packages.ts";
import { checkFiles, readTarball, type Files } from "./tarball.ts";
import { readFile } from "../testing/bundle.ts";
import "../testing/shared-tarballs.ts";

const published = readPackages(ROOT).filter((each) => !each.private);
const [version = ""] = published.map((each) => each.version);
const tarballs = inject("tarballs");

describe("a tarball", () => {
  it.each(published)("of $name has what is needed, and nothing else", ({ name }) => {
    const files = readTarball(tarballs[name] ?? "");
    expect(checkFiles(files)).toEqual([]);
    expect(JSON.parse(files.get("package.json") ?? "{}")).toMatchObject({ name, version });
    expect(files.get("LICENSE")).toBe(readFile("LICENSE"));
    expect(files.get("package.json")).not.toContain(`"catalog:`);
  });

  const files = (change: Record<string, string>): Files =>
    new Map(
      Object.entries({
        "package.json": `{ "exports": { ".": "./dist/a.js", "./b/*": "./dist/b/*.js" } }`,
        LICENSE: "",
        "README.md": "",
        "dist/a.js": "",
        "dist/b/c.js": "",
        "dist/a.d.ts": "",
        ...change,
      }),
    );

  it("of a package in order has no fault", () => {
    expect(checkFiles(files({}))).toEqual([]);
    expect(
      checkFiles(
        files({
          "dist/a.js": "\n//# sourceMappingURL=a.js.map\n",
          "dist/a.js.map": `{ "sources": ["../src/a.ts"], "sourcesContent": [""] }`,
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["a test", { "dist/a.test.js": "" }, "dist/a.test.js is of no use"],
    ["a folder of tests", { "test/a.js": "" }, "test/a.js is of no use"],
    ["a source that is also there compiled", { "src/a.ts": "" }, "src/a.ts is of no use"],
    ["a file of the workplace", { "tsconfig.json": "{}" }, "tsconfig.json is of no use"],
    [
      "a source map that is not there",
      { "dist/a.js": "\n//# sourceMappingURL=a.js.map\n" },
      "names the source map a.js.map",
    ],
    [
      "a source map that points nowhere",
      { "dist/a.js.map": `{ "sources": ["../src/a.ts"] }` },
      "points at ../src/a.ts",
    ],
    [
      "a link that only leads somewhere in the repository",
      { "README.md": "[a](#b) [c](https://d) [e](../f.md)" },
      "README.md leads to ../f.md",
    ],
    ["an entry that is not there", { "package.json": `{ "bin": { "x": "./bin/x.js" } }` }, "names ./bin/x.js"],
    [
      "a pattern that nothing matches",
      { "package.json": `{ "exports": { "./*": "./lib/*.js" } }` },
      "names ./lib/*.js",
    ],
  ])("is reported with %s", (_, change, problem) => {
    expect(checkFiles(files(change)).join()).toContain(problem);
  });

  it("is reported without a licence", () => {
    const planted = files({});
    planted.delete("LICENSE");
    expect(checkFiles(planted)).toEqual(["LICENSE is missing"]);
  });
});
