import { gzipSync } from "node:zlib";
import { listOperations, type OpenApiDocument } from "../../../core/document.ts";
import { errorCatalog } from "../../../testing/notes.ts";

/** Largest size of a page, compressed, in bytes. */
const LIMIT = 15_000;

type Files = Record<string, string>;

/** Holds the site map to list the pages of all that is described, and no other. */
export function checkSiteMap(document: OpenApiDocument, files: Files): string[] {
  const listed = [...(files["sitemap.xml"] ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, path = ""]) => path);
  const names = [
    ...listOperations(document).map(({ operationId }) => operationId),
    ...["index", ...Object.keys(document.components?.["schemas"] ?? {})].map((name) => `schemas/${name}`),
  ];
  const wanted = [
    "index.html",
    "changelog.html",
    "reference/index.html",
    ...(errorCatalog(document).size ? ["reference/errors.html"] : []),
    ...names.map((name) => `reference/${name}.html`),
  ];
  return [
    ...wanted.filter((path) => !listed.includes(path)).map((path) => `sitemap.xml lacks ${path}`),
    ...listed
      .filter((path, index) => !wanted.includes(path) || listed.indexOf(path) !== index)
      .map((path) => `sitemap.xml has ${path}, which is not described`),
  ];
}

/** Holds the pages of the site to be small, confined and named, with links that lead somewhere. */
export function checkPages(files: Files): string[] {
  const pages = Object.entries(files).filter(([path]) => path.endsWith(".html") && path !== "index.html");
  return [...pages.flatMap(([path, text]) => pageProblems(path, text, files)), ...titleProblems(pages)];
}

function pageProblems(path: string, text: string, files: Files): string[] {
  const problems: string[] = [];
  const size = gzipSync(text).length;
  if (size > LIMIT) problems.push(`${path} has ${size} bytes, compressed`);
  if (
    !/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;|<meta http-equiv="Content-Security-Policy" content="default-src 'none';/.test(
      text,
    )
  )
    problems.push(`${path} is not confined by a policy`);
  if (!/<meta name="description" content="[^"]+">/.test(text)) problems.push(`${path} has no description`);
  for (const [, address = ""] of text.matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"]*)"/g)) {
    if (/^(https?:)?\/\//.test(address)) problems.push(`${path} loads ${address}`);
  }
  for (const [, attributes = "", code = ""] of text.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    if (code && !attributes.includes("application/json"))
      problems.push(`${path} has a script of its own, which the policy stops`);
  }
  for (const [, address = ""] of text.replace(/<script[^]*?<\/script>/g, "").matchAll(/\b(?:href|src)="([^"]*)"/g)) {
    const problem = linkProblem(path, address, files);
    if (problem) problems.push(`${path}: ${problem}`);
  }
  return problems;
}

function linkProblem(path: string, address: string, files: Files): string | undefined {
  if (/^(data|https?|mailto):/.test(address)) return undefined;
  if (address.startsWith("/")) return `${address} is not relative`;
  const { pathname, hash } = new URL(address, `http://site/${path}`);
  const target = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
  const text = files[target];
  if (text === undefined) return `${address} leads nowhere`;
  if (hash && !hash.startsWith("#/") && !text.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
    return `${address} leads to no place in ${target}`;
  return undefined;
}

function titleProblems(pages: [string, string][]): string[] {
  const seen = new Map<string, string>();
  return pages.flatMap(([path, text]) => {
    const title = text.match(/<title>([^<]+)<\/title>/)?.[1];
    const other = title && seen.get(title);
    if (title) seen.set(title, path);
    return !title ? [`${path} has no title`] : other ? [`${path} has the title of ${other}`] : [];
  });
}
