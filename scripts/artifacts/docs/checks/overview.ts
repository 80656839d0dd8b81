import { listOperations, type OpenApiDocument, type Schema } from "../../../core/document.ts";
import { codeWords, cycleWords, errorCatalog, summaryOf, tagOf } from "../../../testing/notes.ts";
import { blocksOf } from "../../../testing/page.ts";
import { isBeginning, wordProblems } from "../../../testing/words.ts";

/** Words that these pages have of themselves. */
const LAYOUT = new Set(
  (
    "and an answer are arrows assumed boxes by can carry changed Codes codes Credentials cycles Dashed dashed default each error For html in JSON Life llms machines Markdown md name not " +
    "of operation Operations page pass place Servers the them that The themselves txt under value values Version What Which which with address as json yaml openapi -full"
  ).split(" "),
);

type Files = Record<string, string>;

/** Holds the pages that lead into the reference: its first page, the list of schemas, and the error codes. */
export function checkOverview(document: OpenApiDocument, files: Files): string[] {
  return [
    ...firstPageProblems(document, files["reference/index.html"] ?? ""),
    ...schemaListProblems(document, files["reference/schemas/index.html"] ?? ""),
    ...errorPageProblems(document, files["reference/errors.html"] ?? ""),
  ];
}

function firstPageProblems(document: OpenApiDocument, html: string): string[] {
  const { title, summary = "", description = "", version } = document.info;
  const operations = listOperations(document);
  const tags = new Map((document.tags ?? []).map((tag) => [tag.name, tag.description ?? ""]));
  const used = [...new Set(operations.map(tagOf))];
  const schemes = Object.entries(
    (document.components?.["securitySchemes"] ?? {}) as Record<string, Record<string, string>>,
  );
  const wanted = [
    ...[title, summary, description, version],
    ...schemes.flatMap(
      ([name, { type = "", scheme = "", in: place = "", name: header = "", description: text = "" }]) => [
        name,
        type,
        scheme,
        place,
        header,
        text,
      ],
    ),
    ...(document.servers ?? []).flatMap(({ url, description: text = "", variables = {} }) => [
      ...[url, text],
      ...Object.entries(variables).flatMap(([name, { description: of = "", default: value, enum: values = [] }]) => [
        name,
        of,
        value,
        String(values.length),
        ...values,
      ]),
    ]),
    ...cyclesOf(document),
    ...used.flatMap((name) => [name, tags.get(name) ?? ""]),
    ...operations.flatMap((operation) => [summaryOf(operation), operation.method, operation.path]),
  ];
  return wordProblems("the first page of the reference", wanted, [...blocksOf(html).values()].join("\n"), LAYOUT);
}

/** The name of each life cycle, and what its drawing and its list say. */
function cyclesOf(document: OpenApiDocument): string[] {
  const titles = new Map(listOperations(document).map((operation) => [operation.operationId, summaryOf(operation)]));
  return Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>).flatMap(
    ([name, schema]) => {
      const cycle = schema["x-lifecycle"] as { transitions: Record<string, string>[] } | undefined;
      return cycle ? [name, ...cycleWords(cycle, titles)] : [];
    },
  );
}

function schemaListProblems(document: OpenApiDocument, html: string): string[] {
  const schemas = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const shown = new Map(
    [...html.matchAll(/<li><a href="([^"/]+)\.html">[^<]*<\/a><p>([^<]*)<\/p><\/li>/g)].map(
      ([, name = "", text = ""]) => [name, text.replace(/&#\d+;/g, " ")],
    ),
  );
  return [
    ...schemas.flatMap(([name, { description = "" }]) => {
      const text = shown.get(name);
      shown.delete(name);
      return text === undefined || !isBeginning(text, description)
        ? [`the list of schemas has "${text}" for ${name}`]
        : [];
    }),
    ...[...shown.keys()].map((name) => `the list of schemas has ${name}, which is not described`),
  ];
}

function errorPageProblems(document: OpenApiDocument, html: string): string[] {
  const codes = [...errorCatalog(document).keys()];
  if (!codes.length) return html ? ["there is a page of error codes, and none is described"] : [];
  const blocks = blocksOf(html);
  const operations = listOperations(document);
  const users = (code: string) =>
    operations.filter(({ object }) => ((object["x-error-codes"] ?? []) as string[]).includes(code));
  const named = codes.flatMap((code) => {
    const titles = users(code).map(summaryOf);
    const count = titles.length ? [`${titles.length} ${titles.length === 1 ? "operation" : "operations"}`] : [];
    return wordProblems(
      `the page of error codes at ${code}`,
      [...codeWords(document, code), ...count, ...titles],
      blocks.get(code) ?? "",
      new Set(),
    );
  });
  const families = new Set(codes.map((code) => code.replace(/\..*/, "").toLowerCase()));
  const strange = [...blocks.keys()].filter((id) => id !== "main" && !families.has(id) && !codes.includes(id));
  return [...named, ...strange.map((id) => `the page of error codes has ${id}, which is not described`)];
}
