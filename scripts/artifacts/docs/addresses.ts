import { posix } from "node:path";

/** Pages that every site has. All addresses are relative to the root of the site. */
export const HOME = "index.html";
export const REFERENCE = "reference/index.html";
export const SCHEMAS = "reference/schemas/index.html";
export const ERRORS = "reference/errors.html";
export const CLIENT = "client/index.html";
export const CHANGES = "changelog.html";
export const REDOC = "redoc/index.html";

/** The script with the address of a mock for the console; `pnpm start` serves the address of the mock that it started. */
export const MOCK_ADDRESS_FILE = "assets/mock.js";

/** Script of the console, on the pages of operations. */
export const CONSOLE_FILE = "assets/console.js";

/** Content of that script: the address, if one is known. */
export function mockAddress(address = ""): string {
  return `window.mockAddress = ${JSON.stringify(address)};\n`;
}

export function operationPath(operationId: string): string {
  return `reference/${operationId.replace(/[^\w.-]+/g, "-")}.html`;
}

export function schemaPath(name: string): string {
  return `reference/schemas/${name}.html`;
}

export function guidePath(name: string): string {
  return `guide/${name}.html`;
}

export function modulePath(title: string): string {
  return `client/${slug(title)}.html`;
}

/** Address of a page in Markdown. */
export function markdownPath(path: string): string {
  return path.replace(/html$/, "md");
}

/** Address of an operation in Redoc. */
export function redocPath(tag: string, operationId: string): string {
  return `${REDOC}#/${slug(tag)}/${operationId.toLowerCase()}`;
}

/** The way from one page to another, so that the site works under any path and from the disk. */
export function relativePath(from: string, to: string): string {
  const [path = "", hash] = to.split("#");
  const way = posix.relative(posix.dirname(from), path);
  return hash === undefined ? way : `${way}#${hash}`;
}

/** Makes part of an address of a heading. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** First paragraph of a Markdown text, without its marks, cut at a word. */
export function excerpt(text: string | undefined, length = 155): string {
  const first = (text ?? "").trim().split(/\n\s*\n/)[0] ?? "";
  const plain = first
    .replace(/[`*]|\[|\]\([^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .replace(/:$/, ".");
  return plain.length <= length ? plain : `${plain.slice(0, length).replace(/\s\S*$/, "")}…`;
}
