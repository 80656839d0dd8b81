import { gzipSync } from "node:zlib";
import { jsonContent, listOperations, type OpenApiDocument, type Operation, type Schema } from "../lib/document.ts";

/** Largest size of a page, compressed, in bytes. */
const LIMIT = 15_000;

type Files = Record<string, string>;

/** Holds the pages of the static reference, and what programs read, against the description. */
export function checkReference(document: OpenApiDocument, files: Files): string[] {
  const operations = listOperations(document);
  const schemas = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const pages = Object.entries(files).filter(([path]) => path.endsWith(".html") && path !== "index.html");
  return [
    ...operations.flatMap((operation) => operationProblems(document, operation, files)),
    ...schemas.flatMap(([name, schema]) => schemaProblems(name, schema, files)),
    ...pages.flatMap(([path, text]) => pageProblems(path, text, files)),
    ...titleProblems(pages),
    ...machineProblems(operations, pages.map(([path]) => path), files),
  ];
}

function operationProblems(document: OpenApiDocument, operation: Operation, files: Files): string[] {
  const { operationId, object, responses, requestBody } = operation;
  const page = files[`reference/${operationId}.html`];
  const markdown = files[`reference/${operationId}.md`];
  if (!page || !markdown) return [`${operationId} has no page`];
  const running = object["x-long-running"] as { poll: string } | undefined;
  const pagination = object["x-pagination"] as { items: string } | undefined;
  const body = jsonContent(document, requestBody);
  const wanted = [
    operationId,
    operation.method,
    operation.path,
    object.summary ?? "",
    ...operation.parameters.map(({ name }) => name),
    ...Object.keys(responses),
    ...[object["x-error-codes"] ?? [], object["x-iam-action"] ?? [], running?.poll ?? [], pagination?.items ?? []].flat().map(String),
  ];
  const examples = [body, ...Object.entries(responses).map(([status, response]) => (status < "4" ? jsonContent(document, response) : undefined))]
    .flatMap((content) => Object.values(content?.examples ?? {}))
    .map(({ value }) => JSON.stringify(value, null, 2));
  const text = textOf(page);
  return [
    ...[...wanted, ...examples].filter((part) => !says(text, part)).map((part) => `the page of ${operationId} lacks ${part}`),
    ...wanted.filter((part) => !says(markdown, part)).map((part) => `the Markdown of ${operationId} lacks ${part}`),
    ...operation.parameters
      .filter(({ name, in: place }) => !page.includes(`id="${place}.${name}"`))
      .map(({ name }) => `the page of ${operationId} has no anchor for ${name}`),
    ...["samples", "try"].filter((id) => !page.includes(`id="${id}"`)).map((id) => `the page of ${operationId} lacks the section "${id}"`),
  ];
}

function schemaProblems(name: string, schema: Schema, files: Files): string[] {
  const page = files[`reference/schemas/${name}.html`];
  if (!page) return [`the schema ${name} has no page`];
  const text = textOf(page);
  const constraints = Object.values(schema.properties ?? {}).flatMap(({ enum: values = [], default: value, pattern, maximum, maxLength }) =>
    [...values, ...(value === undefined ? [] : [value]), pattern, maximum, maxLength].filter((part) => part !== undefined),
  );
  return [
    ...Object.keys(schema.properties ?? {})
      .filter((key) => !page.includes(`id="${key}"`))
      .map((key) => `the page of ${name} has no anchor for ${key}`),
    ...[...(schema.enum ?? []), ...constraints].filter((part) => !says(text, String(part))).map((part) => `the page of ${name} lacks ${part}`),
    ...(schema["x-lifecycle"] && !page.includes("<svg class=\"lifecycle\"") ? [`the page of ${name} lacks its life cycle`] : []),
  ];
}

function pageProblems(path: string, text: string, files: Files): string[] {
  const problems: string[] = [];
  const size = gzipSync(text).length;
  if (size > LIMIT) problems.push(`${path} has ${size} bytes, compressed`);
  if (!/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;|<meta http-equiv="Content-Security-Policy" content="default-src 'none';/.test(text)) problems.push(`${path} is not confined by a policy`);
  if (!/<meta name="description" content="[^"]+">/.test(text)) problems.push(`${path} has no description`);
  for (const [, address = ""] of text.matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"]*)"/g)) {
    if (/^(https?:)?\/\//.test(address)) problems.push(`${path} loads ${address}`);
  }
  for (const [, attributes = "", code = ""] of text.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    if (code && !attributes.includes("application/json")) problems.push(`${path} has a script of its own, which the policy stops`);
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
  if (hash && !hash.startsWith("#/") && !text.includes(`id="${decodeURIComponent(hash.slice(1))}"`)) return `${address} leads to no place in ${target}`;
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

function machineProblems(operations: Operation[], pages: string[], files: Files): string[] {
  const lists = ["llms.txt", "llms-full.txt", "reference/assets/search-index.js"];
  return [
    ...lists.flatMap((list) =>
      operations.filter(({ operationId }) => !says(files[list] ?? "", operationId)).map(({ operationId }) => `${list} lacks ${operationId}`),
    ),
    ...pages.filter((path) => path !== "404.html" && !files["sitemap.xml"]?.includes(`<loc>${path}</loc>`)).map((path) => `sitemap.xml lacks ${path}`),
  ];
}

/** Whether a text has a word or more, and not merely as part of a longer word. */
function says(text: string, part: string): boolean {
  const [before, after] = [/^\w/.test(part) ? "(?<!\\w)" : "", /\w$/.test(part) ? "(?!\\w)" : ""];
  return new RegExp(before + part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + after).test(text);
}

/** Text of a page as a reader sees it, entities and all. */
function textOf(page: string): string {
  const plain = page.replace(/<script[^]*?<\/script>/g, "").replace(/<[^>]+>/g, " ");
  return plain.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
