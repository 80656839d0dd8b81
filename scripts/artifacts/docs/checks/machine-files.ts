import { parse } from "yaml";
import { listOperations, type OpenApiDocument, type Schema } from "../../../core/document.ts";
import { differences } from "../../../testing/compare.ts";
import { describedFields, typeWords, valueWords } from "../../../testing/fields.ts";
import { errorCatalog, summaryOf, tagOf } from "../../../testing/notes.ts";
import { remember } from "../../../testing/remember.ts";
import { isBeginning, wordProblems, wordsOf } from "../../../testing/words.ts";

type Files = Record<string, string>;

const read = remember((text) => parse(text) as unknown);

/** Holds what programs read against the description: the downloads, the lists for language models, and the index of the search. */
export function checkMachineFiles(document: OpenApiDocument, files: Files): string[] {
  const downloads = ["openapi.yaml", "openapi.json"].flatMap((name) =>
    differences(document, read(files[name] ?? "")).map(
      (pointer) => `${name} differs from the description at ${pointer}`,
    ),
  );
  return [
    ...downloads,
    ...listProblems(document, files["llms.txt"] ?? ""),
    ...fullProblems(document, files),
    ...indexProblems(document, files),
  ];
}

function intro({ info: { title, version, summary = "", description = "" } }: OpenApiDocument): string[] {
  return [title, version, summary, description];
}

function listProblems(document: OpenApiDocument, text: string): string[] {
  const [head = "", ...sections] = text.split(/^## /m);
  const operations = listOperations(document);
  const lines = new Map(
    sections.flatMap((section) =>
      section
        .split("\n")
        .slice(1)
        .map((line) => [line.match(/`(\w[^`]*)`\. /)?.[1] ?? "", `${section.split("\n")[0]}|${line}`] as const),
    ),
  );
  lines.delete("");
  return [
    ...wordProblems("llms.txt", intro(document), head, new Set()),
    ...operations.flatMap((operation) => {
      const { operationId, object } = operation;
      const line = lines.get(operationId) ?? "";
      lines.delete(operationId);
      const start = `${tagOf(operation)}|- [${summaryOf(operation)}](reference/${operationId}.md): \`${operationId}\`. `;
      return line.startsWith(start) && isBeginning(line.slice(start.length), object.description ?? "")
        ? []
        : [`llms.txt lacks ${operationId}, or has it as "${line}"`];
    }),
    ...[...lines.keys()].map((id) => `llms.txt has ${id}, which is not described`),
  ];
}

function fullProblems(document: OpenApiDocument, files: Files): string[] {
  let rest = files["llms-full.txt"] ?? "";
  const problems = listOperations(document).flatMap(({ operationId }) => {
    const page = files[`reference/${operationId}.md`] ?? "";
    if (!page || !rest.includes(page)) return [`llms-full.txt lacks ${operationId}`];
    rest = rest.replace(page, () => "");
    return [];
  });
  const schemas = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const wanted = schemas.flatMap(([name, schema]) => [
    ...[name, typeWords(schema), ...valueWords(document, schema)],
    ...describedFields(document, { $ref: `#/components/schemas/${name}` }, "").flatMap(({ words }) => words),
    ...(schema.examples ?? []).map((value) => JSON.stringify(value, null, 2)),
  ]);
  const layout = new Set(
    "at least up to characters character exactly default pattern one of documented but not kept each or item items".split(
      " ",
    ),
  );
  return [...problems, ...wordProblems("llms-full.txt", [...intro(document), ...wanted], rest, layout)];
}

type Entry = [kind: string, title: string, path: string, names: string, words: string];

function indexProblems(document: OpenApiDocument, files: Files): string[] {
  const text = files["reference/assets/search-index.js"]?.match(/window\.searchIndex = (\[.*\]);\n/)?.[1] ?? "[]";
  const entries = new Map((JSON.parse(text) as Entry[]).map((entry) => [entry[2], entry]));
  const problems: string[] = [];
  const expect = ([kind, title, path, names]: string[], holds: (words: string) => boolean) => {
    const [ofKind, ofTitle, , ofNames, words = ""] = entries.get(path ?? "") ?? [];
    entries.delete(path ?? "");
    if (ofKind !== kind || ofTitle !== title || ofNames !== names || !holds(words))
      problems.push(`search-index.js lacks ${path} (${title}), or has it wrong`);
  };
  const same = (wanted: string[]) => (words: string) => {
    const [want, have] = [wanted.join("\n").toLowerCase(), words].map((part) =>
      [...wordsOf(part.replace(/\]\([^)]*\)/g, " ")).keys()].sort().join(" "),
    );
    return want === have;
  };
  for (const operation of listOperations(document)) {
    const { method, path, operationId, object, parameters } = operation;
    const words = [
      tagOf(operation),
      object.description ?? "",
      ...parameters.map(({ name }) => name),
      String(object["x-iam-action"] ?? ""),
    ];
    expect([method, summaryOf(operation), `${operationId}.html`, `${operationId} ${path}`], same(words));
  }
  for (const [name, { description = "", properties = {} }] of Object.entries(
    (document.components?.["schemas"] ?? {}) as Record<string, Schema>,
  )) {
    expect(["schema", name, `schemas/${name}.html`, Object.keys(properties).join(" ")], same([description]));
  }
  for (const { code, status, meaning } of errorCatalog(document).values()) {
    expect(["error", code, `errors.html#${code}`, String(status)], (words) => isBeginning(words, meaning));
  }
  return [...problems, ...[...entries.keys()].map((path) => `search-index.js has ${path}, which is not described`)];
}
