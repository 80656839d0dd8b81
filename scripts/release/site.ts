// Puts the docs of every version under its own path, the newest also under `latest/`: `--tarballs DIR` has the tarballs of
// the docs and of the description, `--out DIR` becomes a site for any server of files, under any path. `--url` is the address
// where it will stand; without it, the addresses in the site maps are relative.
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareVersions } from "./versions.ts";

const DOCS = "@vpcep/docs";
const SPEC = "@vpcep/spec";
const RAW = ["openapi.yaml", "openapi.json"];

/** Assembles the site in `out`, which is emptied first; returns the versions, newest first. */
export function assemble(tarballs: string, out: string, url = ""): string[] {
  const unpacked = mkdtempSync(join(tmpdir(), "site-"));
  try {
    const found = unpack(tarballs, unpacked);
    const versions = [...(found.get(DOCS)?.keys() ?? [])].sort(compareVersions).reverse();
    const newest = versions.find((version) => !version.includes("-")) ?? versions[0];
    if (!newest) throw new Error(`${tarballs} has no tarball of ${DOCS}`);
    rmSync(out, { recursive: true, force: true });
    for (const version of versions) {
      const spec = found.get(SPEC)?.get(version);
      if (!spec) throw new Error(`${tarballs} has ${DOCS} ${version}, and no ${SPEC} of this version`);
      cpSync(join(found.get(DOCS)?.get(version) ?? "", "dist"), join(out, version), { recursive: true });
      for (const file of RAW) cpSync(join(spec, "dist", file), join(out, version, file));
    }
    cpSync(join(out, newest), join(out, "latest"), { recursive: true });
    // The site map lists one copy of each page.
    const map = readFileSync(join(out, "latest/sitemap.xml"), "utf8");
    for (const version of versions) rmSync(join(out, version, "sitemap.xml"), { force: true });
    rmSync(join(out, "latest/sitemap.xml"));
    writeFileSync(join(out, "sitemap.xml"), map.replaceAll("<loc>", `<loc>${url && url.replace(/\/*$/, "/")}latest/`));
    writeFileSync(join(out, "404.html"), notFound(readFileSync(join(out, "latest/404.html"), "utf8")));
    writeFileSync(
      join(out, "index.html"),
      page(
        "VPC Endpoint API",
        `<meta http-equiv="refresh" content="0; url=latest/">`,
        `<p><a href="latest/">The docs of version ${newest}</a>, <a href="versions.html">all versions</a></p>`,
      ),
    );
    writeFileSync(
      join(out, "versions.html"),
      page("VPC Endpoint API: versions", "", `<ul>\n${versions.map(entry).join("\n")}\n</ul>`),
    );
    const list = JSON.stringify({ latest: newest, versions }, null, 2);
    writeFileSync(join(out, "versions.json"), `${list}\n`);
    writeFileSync(join(out, "versions.js"), `window.docsVersions = ${list};\n`);
    return versions;
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}

/** Links of a page that lead out of a site that does not stand at the root of its host. */
export function rootedLinks(html: string): string[] {
  const text = html.replace(/(<(script|style)\b[^>]*>)[^]*?<\/\2>/g, "$1");
  return [...text.matchAll(/\s(?:href|src|action)=["']?(\/(?!\/)[^"'\s>]*)/g)].map(([, link = ""]) => link);
}

/** Folder of each package, by name and version. */
function unpack(tarballs: string, out: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [index, file] of globSync("*.tgz", { cwd: tarballs }).sort().entries()) {
    const folder = join(out, String(index));
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", join(tarballs, file), "-C", folder]);
    const { name, version } = JSON.parse(readFileSync(join(folder, "package/package.json"), "utf8")) as Record<
      "name" | "version",
      string
    >;
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(version, join(folder, "package")));
  }
  return found;
}

/** The page for what is not found, as it has to be above the folders of the versions. */
function notFound(page: string): string {
  return page
    .replace(/(href|src)="((?:\.\.\/)*)assets\//g, '$1="$2latest/assets/')
    .replace('href="./"', 'href="latest/"');
}

function entry(version: string): string {
  return `<li><a href="${version}/">${version}</a> (${RAW.map((file) => `<a href="${version}/${file}">${file}</a>`).join(", ")})</li>`;
}

function page(title: string, head: string, body: string): string {
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n${head}\n<title>${title}</title>\n<h1>${title}</h1>\n${body}\n</html>\n`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { tarballs: { type: "string" }, out: { type: "string" }, url: { type: "string" } },
  });
  if (!values.tarballs || !values.out) throw new Error("site: --tarballs and --out must be given");
  console.log(`${values.out}: ${assemble(values.tarballs, values.out, values.url).join(", ")}`);
}
