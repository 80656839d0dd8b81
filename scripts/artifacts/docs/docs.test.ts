import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parse as parseHtml } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDocument } from "../../core/document.ts";
import { bundle, plant } from "../../testing/bundle.ts";
import { describedNames } from "../../testing/described.ts";
import { CHANGES, ERRORS, operationPath, schemaPath } from "./addresses.ts";
import { viewOf } from "./components/markdown.ts";
import { assets, readInputs } from "./inputs.ts";
import { readSite } from "./model.ts";
import type { Module } from "./modules/model.ts";
import { readReleases } from "./releases.ts";
import { siteFiles } from "./render.ts";

type Files = Record<string, string>;

const files: Files = { ...siteFiles(readSite(bundle)), ...assets() };

/** Names of the document that its pages do not have. */
function missingNames(site: Files): string[] {
  const { operations, schemas, codes } = describedNames(bundle);
  const lacking = (path: string, names: string[]) => {
    const page = parseHtml(site[path] ?? "");
    const ids = new Set(page.querySelectorAll("[id]").map(({ id }) => id));
    return names.filter((name) => !ids.has(name)).map((name) => `${path} lacks ${name}`);
  };
  return [
    ...[...operations].flatMap(([id, names]) => lacking(operationPath(id), ["main", ...names])),
    ...[...schemas].flatMap(([name, fields]) => lacking(schemaPath(name), ["main", ...fields])),
    ...lacking(ERRORS, codes),
  ];
}

/** Bytes of a page with its style and scripts, each compressed; what the search loads when it is used is not among them. */
function weightOf(path: string): number {
  const page = parseHtml(files[path] ?? "");
  const loaded = page.querySelectorAll("script[src], link[rel=stylesheet]").map((one) => {
    return posix.join(posix.dirname(path), one.getAttribute("src") ?? one.getAttribute("href") ?? "");
  });
  return [path, ...loaded].reduce((sum, one) => sum + gzipSync(files[one] ?? "").length, 0);
}

/**
 * Links that lead to no file of the site or to no place in it, that are not relative, or that load from another host; of all
 * pages, or of some.
 */
function brokenLinks(site: Files, only = Object.keys(site)): string[] {
  const ids = new Map<string, Set<string>>();
  const pages = Object.entries(site).flatMap(([path, text]) => {
    if (!path.endsWith(".html")) return [];
    ids.set(path, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id)));
    return only.includes(path) ? [[path, parseHtml(text)] as const] : [];
  });
  return pages.flatMap(([path, page]) =>
    page.querySelectorAll("[href], [src]").flatMap((element) => {
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      if (/^(https?|mailto):/.test(address) && element.tagName === "A") return [];
      if (address.startsWith("data:")) return [];
      const { host, pathname, hash } = new URL(address, `http://site/${path}`);
      const target = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
      const isFound = target === "redoc/index.html" || (site[target] !== undefined && isPlace(ids.get(target), hash));
      return host === "site" && !address.startsWith("/") && isFound ? [] : [`${path}: ${address}`];
    }),
  );
}

function isPlace(ids: Set<string> | undefined, hash: string): boolean {
  return !hash || (ids?.has(decodeURIComponent(hash.slice(1))) ?? false);
}

describe("the pages of the API", () => {
  it("name every operation, parameter, field, status and error code of the description", () => {
    expect(missingNames(files)).toEqual([]);
    const page = "reference/createEndpoint.html";
    expect(missingNames({ ...files, [page]: plant(files[page] ?? "", 'id="body.vpc_id"', "") })).toEqual([
      `${page} lacks body.vpc_id`,
    ]);
  });

  it("have no broken link, and load nothing from another host", () => {
    expect(brokenLinks(files)).toEqual([]);
    const page = "reference/createEndpoint.html";
    for (const address of ["nowhere.html", "#nowhere", "/reference/index.html"]) {
      const text = plant(files[page] ?? "", "</main>", `<a href="${address}">x</a></main>`);
      expect(brokenLinks({ ...files, [page]: text }, [page])).toEqual([`${page}: ${address}`]);
    }
  });

  it("have a title and a description each, and no title twice", () => {
    const heads = Object.entries(files)
      .filter(([path]) => path.endsWith(".html"))
      .map(([, text]) => parseHtml(text))
      .map((page) => [
        page.querySelector("title")?.text,
        page.querySelector('meta[name="description"]')?.getAttribute("content"),
      ]);
    expect(heads.filter(([title, text]) => !title || !text)).toEqual([]);
    expect(new Set(heads.map(([title]) => title)).size).toBe(heads.length);
  });

  it("weigh at most 25 kB each with style and scripts", () => {
    const pages = Object.keys(files).filter((path) => path.endsWith(".html"));
    expect(pages.filter((path) => weightOf(path) > 25_000)).toEqual([]);
    expect(Math.min(...pages.map(weightOf))).toBeGreaterThan(1000);
  });

  it("offer the description in both forms", () => {
    expect(parse(files["openapi.yaml"] ?? "")).toEqual(bundle);
    expect(JSON.parse(files["openapi.json"] ?? "")).toEqual(bundle);
  });
});

describe("the pages of a small API", () => {
  const golden = (name: string) => join(import.meta.dirname, "golden", name);
  const document = readDocument(golden("ferries.yaml"));
  const modules = JSON.parse(readFileSync(golden("modules.json"), "utf8")) as Module[];
  const small = siteFiles(readSite(document, { ...readInputs(document), modules }));

  it.each([
    "index.html",
    "reference/index.html",
    "reference/listPassages.html",
    "reference/bookPassage.html",
    "reference/bookPassage.md",
    "reference/removeBoat.html",
    "reference/schemas/State.html",
    "reference/errors.html",
    "reference/errors.md",
    "client/index.html",
    "client/book-a-passage.html",
    "client/book-a-passage.md",
    "llms.txt",
    "llms/passages.txt",
    "assets/search-index.js",
    "sitemap.xml",
  ])("%s is as it was", async (path) => {
    await expect(small[path]).toMatchFileSnapshot(`golden/${path.replaceAll("/", "_").replace(/js$/, "js.txt")}`);
  });
});

describe("the changelog", () => {
  it("links the operations that changed", () => {
    const changes = "- `+ createEndpoint.body.new_field (optional)`\n- `~ Endpoint.status`";
    const page = String(viewOf(readSite(bundle), CHANGES).markdown(changes));
    expect(page).toContain('href="reference/createEndpoint.html"');
    expect(page).toContain('href="reference/schemas/Endpoint.html"');
  });

  const changelog = "# Changes\n\n## 0.2.0 (2027-01-02)\n\n- `+ new`\n\n## 0.1.0\n\nFirst.\n";
  const released = [
    { version: "0.2.0", date: "2027-01-02", changes: "- `+ new`" },
    { version: "0.1.0", date: undefined, changes: "First." },
  ];

  it.each([
    ["0.2.0", released],
    ["0.3.0", [{ version: "0.3.0", date: undefined, changes: "Not released yet." }, ...released]],
  ])("keeps every release, and begins with %s", (version, wanted) => {
    expect(readReleases(changelog, version)).toEqual(wanted);
  });

  it("lets the guide say so, until a version is released", () => {
    const textOf = (changes: string) =>
      JSON.stringify(readSite(bundle, { ...readInputs(bundle), changelog: changes }).guide);
    expect(textOf("")).toContain("Not on npm yet");
    expect(textOf(`# Changes\n\n## ${bundle.info.version}\n\nNone.\n`)).not.toContain("Not on npm yet");
  });

  it("has the words of the changesets, each once, before the changes of the API", () => {
    const minor = "### Minor Changes\n\n- 0a1b2c3: Both.\n\n  Twice.\n- Updated dependencies [0a1b2c3]\n";
    const packages = [
      `# @x/client\n\n## 0.2.0\n\n${minor}\n### Patch Changes\n\n- Mended.\n\n## 0.1.0\n\n- Old.\n`,
      `# @x/mock\n\n## 0.2.0\n\n${minor}`,
      "# @x/spec\n\n## 0.2.0\n",
    ];
    const words =
      "### New in 0.2.0\n\n- **client, mock**: Both.\n\n  Twice.\n\n### Other changes in 0.2.0\n\n- **client**: Mended.";
    expect(readReleases(changelog, "0.2.0", packages)[0]?.changes).toBe(
      `${words}\n\n### API changes in 0.2.0\n\n- \`+ new\``,
    );
  });
});
