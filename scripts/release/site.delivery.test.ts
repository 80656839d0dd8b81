import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { serveFolder } from "../tasks/serve.ts";
import { readPackages } from "./packages.ts";
import { assemble, rootedLinks } from "./site.ts";
import { readFile } from "../testing/bundle.ts";
import { send } from "../testing/http.ts";
import "../testing/shared-tarballs.ts";

let scratch: string;
let tarballs: string;
let site: string;
const packages = readPackages(ROOT).filter(({ name }) => ["@vpcep/docs", "@vpcep/spec"].includes(name));
const [now = ""] = packages.map(({ version }) => version);

/** Packs a tarball once more, under another version. */
function repack(tarball: string, version: string): void {
  const folder = mkdtempSync(join(scratch, "repack-"));
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  const file = join(folder, "package/package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { name: string };
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  execFileSync("tar", [
    "-czf",
    join(tarballs, `${manifest.name.replace(/\W+/g, "-")}-${version}.tgz`),
    "-C",
    folder,
    "package",
  ]);
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "site-"));
  tarballs = join(scratch, "tarballs");
  // A folder of its own below the root of the server: the path that a host may put before the site.
  site = join(scratch, "host/some/base");
  mkdirSync(tarballs);
  for (const each of packages) {
    const tarball = inject("tarballs")[each.name] ?? "";
    cpSync(tarball, join(tarballs, basename(tarball)));
    for (const version of ["0.0.9", "99.10.0", "99.9.0", "100.0.0-next.1"]) repack(tarball, version);
  }
  assemble(tarballs, site, "https://docs.example/api");
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe("the site of the docs", () => {
  it("has every version under its path, newest first, and the newest release in front", () => {
    expect(JSON.parse(readFileSync(join(site, "versions.json"), "utf8"))).toEqual({
      latest: "99.10.0",
      versions: ["100.0.0-next.1", "99.10.0", "99.9.0", now, "0.0.9"],
    });
    for (const version of [now, "0.0.9", "latest"])
      expect(readFileSync(join(site, version, "index.html"), "utf8")).toContain("<title>");
  });

  it("lists all versions for its pages, and has its address in the site map", () => {
    expect(readFileSync(join(site, "versions.js"), "utf8")).toMatch(/^window\.docsVersions = \{[^]*"99\.10\.0"/);
    const map = readFileSync(join(site, "sitemap.xml"), "utf8");
    expect(map).toContain("<loc>https://docs.example/api/latest/reference/createEndpoint.html</loc>");
    expect(readFileSync(join(site, "404.html"), "utf8")).toContain('href="../latest/assets/style.css"');
  });

  it("has the description beside each", () => {
    for (const version of [now, "latest"]) {
      expect(readFileSync(join(site, version, "openapi.yaml"), "utf8")).toBe(readFile("spec/dist/openapi.yaml"));
      expect(readFileSync(join(site, version, "openapi.json"), "utf8")).toBe(readFile("spec/dist/openapi.json"));
    }
  });

  it("works under a path, from a plain server of files", async () => {
    const server = await serveFolder(join(scratch, "host"), "127.0.0.1", 0);
    try {
      const base = `${server.url}some/base/`;
      for (const page of ["", "versions.html"]) {
        const { body } = await send(base + page, "GET");
        const links = [...body.matchAll(/(?:href="|url=)([^"]+)"/g)].map(([, link = ""]) => link);
        expect(links.length).toBeGreaterThan(1);
        for (const link of links)
          expect(`${link} ${(await send(new URL(link, base + page).href, "GET")).status}`).toBe(`${link} 200`);
      }
    } finally {
      server.close();
    }
  });

  it("has no link that needs the root of a host", () => {
    // Redoc follows the links of its page by a script of its own; a page for what is not found may stand at any depth.
    const pages = globSync(["*.html", "latest/**/*.html"], { cwd: site }).filter(
      (page) => !/(^|\/)404\.html$|redoc/.test(page),
    );
    expect(pages).toEqual(expect.arrayContaining(["index.html", "versions.html"]));
    expect(pages.flatMap((page) => rootedLinks(readFileSync(join(site, page), "utf8")))).toEqual([]);
    expect(
      rootedLinks(
        `<a href="/docs/">a</a><img src=/b.png><script src="/c.js">"<a href='/d'>"</script><a href="//e">e</a>`,
      ),
    ).toEqual(["/docs/", "/b.png", "/c.js"]);
  });

  it("is not assembled without docs, or without the description of a version", () => {
    const folder = mkdtempSync(join(scratch, "empty-"));
    expect(() => assemble(folder, join(scratch, "none"))).toThrow("has no tarball of @vpcep/docs");
    cpSync(join(tarballs, `vpcep-docs-${now}.tgz`), join(folder, "docs.tgz"));
    expect(() => assemble(folder, join(scratch, "none"))).toThrow(
      `has @vpcep/docs ${now}, and no @vpcep/spec of this version`,
    );
  });
});
