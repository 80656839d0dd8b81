import {
  jsonContent,
  listOperations,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../../core/document.ts";
import {
  describedFields,
  describedParameter,
  exampleWords,
  typeWords,
  valueWords,
  type DescribedField,
} from "../../../testing/fields.ts";
import { codeWords, cycleWords, noteWords, summaryOf, tagOf } from "../../../testing/notes.ts";
import { blocksOf } from "../../../testing/page.ts";
import { sampleProblems, samplesIn } from "../../../testing/samples.ts";
import { wordProblems } from "../../../testing/words.ts";

/** Words that pages have of themselves. What is described may have them too, and then they must be there. */
const LAYOUT = new Set(
  (
    "-based a above action Address all and Answer answer Answers are arrows As as Ask Asks assumed Asynchronous at " +
    "before Body body boxes but by character characters client Codes codes comes computer console Credentials cycle " +
    "Dashed dashed description do Documented documented does done each effect Error Errors every exactly Example " +
    "example Examples Fields fit For for Good header Headers IAM In in into is it item items JavaScript JSON kept " +
    "know later least Life look Markdown matches mock most needed needs No None not number of on One one only " +
    "operation operationId or outcome page Pages Pagination Parameters pass pattern policies read Request request " +
    "Response Responses role s Samples samples Schema Schemas sees Send sets size stands Statuses stored Takes The " +
    "the themselves this To to Try under up Used wait Waiters waits wanted which with without work write"
  ).split(" "),
);

/** The ones of them that stand in the box of a field. */
const FACTS = new Set(
  "at but character characters Documented each exactly example For item items kept least not of One only pattern read to up write".split(
    " ",
  ),
);

type Files = Record<string, string>;
type Words = Record<string, string[]>;

/** Holds the pages of operations and schemas, in HTML and in Markdown, to say what is described, all of it, and nothing else. */
export function checkReference(document: OpenApiDocument, files: Files): string[] {
  const schemas = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const operations = listOperations(document);
  const users = usersOf(document, operations);
  const titles = new Map(operations.map((operation) => [operation.operationId, summaryOf(operation)]));
  return [
    ...operations.flatMap((operation) => operationProblems(document, operation, files)),
    ...schemas.flatMap(([name, schema]) =>
      schemaProblems(document, name, schema, users.get(name) ?? [], titles, files),
    ),
  ];
}

function operationProblems(document: OpenApiDocument, operation: Operation, files: Files): string[] {
  const { operationId, parameters, object } = operation;
  const [page, markdown] = [files[`reference/${operationId}.html`], files[`reference/${operationId}.md`]];
  if (!page || !markdown) return [`${operationId} has no page`];
  const body = jsonContent(document, operation.requestBody);
  const answers = Object.entries(operation.responses).map(([status, response]) => ({
    status,
    response,
    content: jsonContent(document, response),
  }));
  const success = answers.filter(({ status }) => status < "4");
  const failures = answers.filter(({ status }) => status >= "4");
  const failureTypes = new Set(failures.flatMap(({ content }) => (content?.schema ? [typeWords(content.schema)] : [])));
  const codes = (object["x-error-codes"] ?? []) as string[];
  const headers = success.flatMap(({ status, response }) =>
    Object.entries(response.headers ?? {}).map(([name, header]) => ({
      status,
      name,
      header: resolve(document, header),
    })),
  );
  const examples = (content: typeof body) =>
    Object.entries(content?.examples ?? {}).map(([name, { summary = name, value }]) => ({
      summary,
      text: JSON.stringify(value, null, 2),
    }));
  const shown = (content: typeof body) => examples(content).flatMap(({ summary, text }) => [summary, text]);

  const words: Words = {
    main: [
      tagOf(operation),
      summaryOf(operation),
      operation.method,
      operation.path,
      operationId,
      object.description ?? "",
      object.deprecated ? "deprecated" : "",
    ],
    notes: noteWords(document, operation),
    parameters: [
      ...new Set(
        parameters.map(({ in: place }) => `${place.replace(/^./, (first) => first.toUpperCase())} parameters`),
      ),
    ],
    body: body
      ? [
          body.name,
          typeWords(body.schema ?? {}),
          operation.requestBody?.description ?? "",
          operation.requestBody?.required ? "required" : "",
          ...shown(body),
        ]
      : [],
    responses: success.flatMap(({ response, content }) => [response.description, ...shown(content)]),
    samples: samplesIn(page).flatMap(({ label, source }) => [label, source]),
    try: [],
    console: [operation.method, operation.path, ...consoleWords(document, operation)],
    request: [JSON.stringify({ method: operation.method, path: operation.path, type: body?.name })],
    errors: [...failureTypes, ...failures.flatMap(({ status, response }) => [status, response.description])],
  };
  for (const { status, content } of success)
    words[`response-${status}`] = [status, content?.schema ? typeWords(content.schema) : ""];
  for (const code of codes) words[code] = codeWords(document, code);
  const lists = [
    parameters.flatMap((parameter) => describedParameter(document, parameter)),
    describedFields(document, body?.schema, "body"),
    ...success.map(({ status, content }) => describedFields(document, content?.schema, status)),
    headers.flatMap(({ status, name, header: { schema = {}, description = "" } }) =>
      describedHeader(document, status, name, { ...schema, description }),
    ),
  ];
  const fields = lists.flat();
  for (const { id, words: own, more } of fields) words[id] = [...own, ...more];

  const samples = samplesIn(page);
  const texts = [body, ...success.map(({ content }) => content)].flatMap((content) =>
    examples(content).map(({ text }) => text),
  );
  const spoken = [
    ...[
      summaryOf(operation),
      operation.method,
      operation.path,
      operationId,
      object.description ?? "",
      object.deprecated ? "deprecated" : "",
    ],
    ...[...noteWords(document, operation), body ? `${body.name} ${typeWords(body.schema ?? {})}` : ""],
    ...parameters.map(({ in: place }) => place),
    ...lists
      .slice(0, -1)
      .flat()
      .flatMap((field) => field.words),
    ...texts,
    ...[
      "Responses",
      "Samples",
      parameters.length ? "Parameters" : "",
      body ? "Request body" : "",
      codes.length ? "Error codes" : "",
    ],
    ...answers.flatMap(({ status, response }) => [status, response.description]),
    ...codes.flatMap((code) => codeWords(document, code)),
    ...samples.map(({ source }) => source),
  ];
  return [
    ...blockProblems(`the page of ${operationId}`, words, page),
    ...codeProblems(`the page of ${operationId}`, texts, shownCode(page)),
    ...codeProblems(
      `the Markdown of ${operationId}`,
      texts,
      [...markdown.matchAll(/^```json\n([^]*?)\n```$/gm)].map(([, code = ""]) => code),
    ),
    ...wordProblems(`the Markdown of ${operationId}`, spoken, markdown, LAYOUT),
    ...["samples", "try"]
      .filter((id) => !page.includes(`id="${id}"`))
      .map((id) => `the page of ${operationId} lacks the section "${id}"`),
    ...sampleProblems(document, operation, samples),
  ];
}

/** What the form of the console says: what there is to fill in, and the answers to ask for. */
function consoleWords(
  document: OpenApiDocument,
  { parameters, requestBody, responses, security }: Operation,
): string[] {
  const schemes = Object.keys(security[0] ?? {}).map((name) =>
    resolve<Record<string, string>>(document, { $ref: `#/components/securitySchemes/${name}` }),
  );
  const example = Object.values(jsonContent(document, requestBody)?.examples ?? {})[0]?.value;
  return [
    ...parameters.map(({ name, in: place, required }) => `${name} ${place} ${required ? "required" : ""}`),
    ...schemes.flatMap(({ type, in: place, name = "" }) => (type === "apiKey" && place === "header" ? [name] : [])),
    example === undefined ? "" : JSON.stringify(example),
    ...Object.keys(responses).filter((status) => /^\d+$/.test(status)),
  ];
}

/** Code on a page that is no sample. */
function shownCode(page: string): string[] {
  const shown = page.matchAll(/<pre[^>]* aria-label="(?!Sample)[^"]*"><code>([^]*?)<\/code>/g);
  return [...shown].map(([, code = ""]) =>
    code.replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number))),
  );
}

/** Holds code to be there as it is described, each once. */
function codeProblems(place: string, wanted: string[], shown: string[]): string[] {
  const left = [...shown];
  const missing = wanted.filter((code) => {
    const index = left.indexOf(code);
    return index < 0 || !left.splice(index, 1);
  });
  return [
    ...missing.map((code) => `${place} lacks ${code}`),
    ...left.map((code) => `${place} shows ${code}, which is not described`),
  ];
}

function describedHeader(document: OpenApiDocument, status: string, name: string, schema: Schema): DescribedField[] {
  const object: Schema = { type: "object", properties: { [name]: schema } };
  return describedFields(document, object, status);
}

function schemaProblems(
  document: OpenApiDocument,
  name: string,
  schema: Schema,
  users: string[],
  titles: Map<string, string>,
  files: Files,
): string[] {
  const page = files[`reference/schemas/${name}.html`];
  if (!page) return [`the schema ${name} has no page`];
  const cycle = schema["x-lifecycle"] as Parameters<typeof dashesOf>[0] | undefined;
  const words: Words = {
    main: [name, typeWords(schema), ...valueWords(document, schema), ...exampleWords(document, schema)],
    lifecycle: cycle ? cycleWords(cycle, titles) : [],
    fields: [],
    examples: (schema.examples ?? [])
      .filter((value) => typeof value === "object")
      .map((value) => JSON.stringify(value, null, 2)),
    "used-by": users,
    "json-schema": [JSON.stringify(schema, null, 2)],
  };
  for (const { id, words: own, more } of describedFields(document, { $ref: `#/components/schemas/${name}` }, ""))
    words[id] = [...own, ...more];
  return [
    ...blockProblems(`the page of ${name}`, words, page),
    ...codeProblems(
      `the page of ${name}`,
      [...(words["examples"] ?? []), ...(words["json-schema"] ?? [])],
      shownCode(page),
    ),
    ...(cycle &&
    (!page.includes('<svg class="lifecycle"') || (page.match(/stroke-dasharray/g) ?? []).length !== dashesOf(cycle))
      ? [`the page of ${name} lacks its life cycle, or has it with other dashes`]
      : []),
  ];
}

/** Dashed are what is assumed, and the states that pass by themselves. */
function dashesOf({
  transitions,
  states,
}: {
  transitions: Record<string, string>[];
  states: { name: string; transient?: boolean }[];
}): number {
  const shown = new Set(transitions.flatMap(({ from, to }) => [from, to]));
  return (
    transitions.filter(({ assumed }) => assumed).length +
    states.filter(({ name, transient }) => transient && shown.has(name)).length
  );
}

/** What names each schema directly: operations by method and summary, and other schemas. */
function usersOf(document: OpenApiDocument, operations: Operation[]): Map<string, string[]> {
  const users = new Map<string, string[]>();
  const add = (holder: unknown, words: string) => {
    const named = JSON.stringify(holder).matchAll(/"#\/components\/schemas\/([^"/]+)"/g);
    for (const name of new Set([...named].map(([, name = ""]) => name)))
      users.set(name, [...(users.get(name) ?? []), words]);
  };
  for (const operation of operations)
    add(
      [operation.parameters, operation.requestBody, operation.responses],
      `${operation.method} ${summaryOf(operation)}`,
    );
  for (const [name, schema] of Object.entries(document.components?.["schemas"] ?? {})) add(schema, name);
  return users;
}

/** Holds each anchored part of a page to the words that are described for it; there may be no part of which nothing is. */
function blockProblems(page: string, words: Words, html: string): string[] {
  const blocks = blocksOf(html);
  return [...new Set([...Object.keys(words), ...blocks.keys()])].flatMap((id) => {
    const wanted = words[id] ?? [];
    if (!blocks.has(id) && wanted.some((text) => /\w/.test(text))) return [`${page} has no anchor for ${id}`];
    const isField = html.includes(`<div class="field" id="${id}">`);
    return wordProblems(`${page} at ${id}`, wanted, blocks.get(id) ?? "", isField ? FACTS : LAYOUT);
  });
}
