import { createHash } from "node:crypto";
import { listOperations, type OpenApiDocument, type Operation, type Schema } from "../../../core/document.ts";
import { differences, valueAt } from "../../../testing/compare.ts";
import { cycleWords, errorCatalog, summaryOf } from "../../../testing/notes.ts";
import { remember } from "../../../testing/remember.ts";
import { sampleProblems } from "../../../testing/samples.ts";
import { wordProblems } from "../../../testing/words.ts";

/** Words that the page has of itself. */
const LAYOUT = new Set(
  "Code Error Life Meaning Reference Status The What and as by changed codes cycles each for in one operation pages plain reference same schema the".split(
    " ",
  ),
);

/** Holds the built page against the description, and against its promise to load nothing and to report nothing. */
export function checkDocs(document: OpenApiDocument, html: string): string[] {
  const problems: string[] = [];
  const definition = shownIn(html);
  if (!definition) return ["the page carries no description"];
  const operations = listOperations(document);
  for (const pointer of differences(document, definition)) {
    if (!isAddition(document, operations, pointer, valueAt(document, pointer), valueAt(definition, pointer))) {
      problems.push(`the page differs from the description at ${pointer}`);
    }
  }
  problems.push(
    ...wordProblems(
      "the overview",
      chapterWords(document),
      (definition.info.description ?? "").slice(document.info.description?.trim().length).replace(/<[^>]+>/g, " "),
      LAYOUT,
    ),
  );
  const options = html.match(/const __redoc_options = (\{[^\n]*\});?\n/)?.[1] ?? "";
  for (const operation of operations) {
    const samples = (valueAt(definition, `${operation.pointer}/x-codeSamples`) ?? []) as {
      label: string;
      source: string;
    }[];
    for (const { label } of samples)
      if (!options.includes(`"label":${JSON.stringify(label)}`))
        problems.push(`${operation.operationId}: the sample in ${label} is not shown`);
    problems.push(...sampleProblems(document, operation, samples));
  }

  problems.push(...loading(html));
  const title = html.match(/<title>([^<]*)<\/title>/)?.[1];
  if (title !== document.info.title) problems.push(`the title is "${title}"`);
  return problems;
}

const shownIn = remember((html) => {
  const shown = html.match(/const __redoc_definition = (\{.*\});\n/)?.[1];
  return shown ? (JSON.parse(shown) as OpenApiDocument) : undefined;
});

/** What of the page would load something, or report to somebody. */
const loading = remember((html): string[] => {
  const problems: string[] = [];
  if (!/const __redoc_options = \{[^\n]*"disableTelemetry":true/.test(html)) problems.push("telemetry is not off");
  const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
  if (!policy.startsWith("default-src 'none';") || /https?:|\*/.test(policy))
    problems.push("the policy does not confine the page");
  for (const [, attributes = "", script = ""] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    if (/\bsrc=/.test(attributes)) problems.push(`a script is loaded from elsewhere: ${attributes}`);
    const hash = createHash("sha256").update(script).digest("base64");
    if (!policy.includes(`'sha256-${hash}'`)) problems.push("the policy does not let a script of the page run");
  }
  for (const [tag] of html
    .replace(/<script[^]*?<\/script>/g, "")
    .matchAll(/<(?:link|img|iframe)\b[^>]*(?:src|href)="(?!data:)[^"]*"/g)) {
    problems.push(`the page loads ${tag}`);
  }
  for (const [, address] of html.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g))
    problems.push(`the link to "${address}" is not relative`);
  return problems;
});

/** Whether the page only adds what Redoc would leave out: samples, examples of schemas, chapters, links and error codes. */
function isAddition(
  document: OpenApiDocument,
  operations: Operation[],
  pointer: string,
  described: unknown,
  shown: unknown,
): boolean {
  if (pointer.endsWith("/x-codeSamples")) return described === undefined;
  if (pointer.endsWith("/example")) {
    const examples = valueAt(document, `${pointer}s`) as unknown[] | undefined;
    return described === undefined && examples !== undefined && differences(examples[0], shown).length === 0;
  }
  if (!pointer.endsWith("/description") || typeof shown !== "string") return false;
  const text = String(described ?? "");
  if (pointer.startsWith("/servers/")) return shown === text.replaceAll("`", "");
  if (!shown.startsWith(text.trim())) return false;
  const added = shown.slice(text.trim().length).trim();
  if (pointer === "/info/description") return /^# (Life cycles|Error codes|Reference)\n/.test(added);
  const operation = operations.find((one) => `${one.pointer}/description` === pointer);
  if (!operation) return false;
  const catalog = errorCatalog(document);
  const shownAs = (code: string) =>
    catalog.has(code) ? `[\`${code}\`](reference/errors.html#${code})` : `\`${code}\``;
  const codes = ((operation.object["x-error-codes"] ?? []) as string[]).map(shownAs).join(", ");
  const [, address, listed = ""] = added.match(/^\[Reference page[^\]]*\]\(([^)]*)\)(?:\n\nError codes: (.*))?$/) ?? [];
  return address === `reference/${operation.operationId}.html` && listed === codes;
}

/** What the chapters say that are added to the overview: the life cycles, and the error codes. */
function chapterWords(document: OpenApiDocument): string[] {
  const titles = new Map(listOperations(document).map((operation) => [operation.operationId, summaryOf(operation)]));
  const cycles = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>).flatMap(
    ([name, schema]) => {
      const cycle = schema["x-lifecycle"] as { transitions: Record<string, string>[] } | undefined;
      return cycle ? [name, name, ...cycleWords(cycle, titles)] : [];
    },
  );
  const codes = [...errorCatalog(document).values()].flatMap(({ code, status, meaning }) => [
    code,
    String(status),
    meaning,
  ]);
  return [...cycles, ...codes];
}
