import { jsonContent } from "../../../core/document.ts";
import { CHANGES, CLIENT, ERRORS, excerpt, REDOC, REFERENCE, SCHEMAS, slug } from "../addresses.ts";
import { firstParagraph, headings } from "../components/markdown.ts";
import { waitersOf } from "../components/waiters.ts";
import { closedSet, fieldsOf, merged, type Field } from "../components/schema.ts";
import type { ModulePage, OperationEntry, SchemaEntry, Site } from "../model.ts";
import type { SearchEntry, SearchIndex } from "./search-engine.ts";

/** The index of the search, as a script, so that it can be loaded from the disk as well. */
export function searchIndex(site: Site): string {
  return `window.searchIndex = ${JSON.stringify(searchable(site))};\n`;
}

/** Everything that can be found. Throws where `search-words.yaml` names an address that nothing has. */
export function searchable(site: Site): SearchIndex {
  const entries: SearchEntry[] = [
    ...pages(site),
    ...chapters("chapter", REFERENCE, site.document.info.description ?? "", 1),
    ...chapters("chapter", REFERENCE, site.document.info.description ?? "", 2),
    ...site.guide.flatMap(({ address, title, markdown }): SearchEntry[] => [
      ["guide", title, address, firstParagraph(markdown), [], [], plainWords(markdown.split("\n## ")[0] ?? "")],
      ...chapters("guide", address, markdown, 2, `${title} · `),
    ]),
    ...site.operations.flatMap((operation) => operationEntries(site, operation)),
    ...[...site.schemas.values()].flatMap((entry) => schemaEntries(site, entry)),
    ...[...site.errors.values()].map(({ code, status, meaning, when = "", action = "" }): SearchEntry => {
      const body = `error code ${when} ${action}`.trim();
      return [`error ${status}`, code, `${ERRORS}#${code}`, excerpt(meaning), [String(status)], [], body];
    }),
    ...(site.modules.length > 0 ? [CLIENT_PAGE] : []),
    ...site.modules.flatMap(moduleEntries),
  ];
  for (const [address, words] of Object.entries(site.inputs.searchWords.places)) {
    const entry = entries.find(([, , other]) => other === address);
    if (!entry) throw new Error(`search-words.yaml names "${address}", which is not an address in the search index`);
    entry[4] ??= [];
    entry[5] = [...(entry[5] ?? []), ...words];
  }
  return { entries, synonyms: site.inputs.searchWords.synonyms };
}

function pages({ document, errors }: Site): SearchEntry[] {
  return [
    ["page", "Changelog", CHANGES, "What changed from release to release", ["changes"]],
    ["page", "Schemas", SCHEMAS, "All schemas of requests and responses", ["models", "types"]],
    ["page", "Everything on one page", REDOC, "The reference in Redoc", ["redoc", "explorer"]],
    [
      "page",
      "Credentials",
      `${REFERENCE}#credentials`,
      "Ways to authenticate, and their headers",
      securityNames(document),
    ],
    ["page", "Servers", `${REFERENCE}#servers`, "Addresses by region", serverNames(document)],
    [
      "page",
      "For language models",
      "llms.txt",
      "Every page as Markdown, by topic, and as one text",
      ["llm", "AI", "Markdown"],
    ],
    ["page", "OpenAPI document", "openapi.yaml", "openapi.yaml and openapi.json", ["swagger", "download"]],
    ...(errors.size > 0
      ? [["page", "Error codes", ERRORS, "All codes: meaning, and what to do", ["errors"]] as SearchEntry]
      : []),
  ];
}

function securityNames({ components }: Site["document"]): string[] {
  const schemes = (components?.["securitySchemes"] ?? {}) as Record<string, { name?: string }>;
  return Object.entries(schemes).flatMap(([name, scheme]) => [name, ...(scheme.name ? [scheme.name] : [])]);
}

function serverNames({ servers = [] }: Site["document"]): string[] {
  const variables = servers.flatMap((server) => Object.entries(server.variables ?? {}));
  return variables.flatMap(([name, { enum: values = [] }]) => [name, ...values]);
}

/** The chapters of a Markdown text, each with its words; `of` stands before what is shown of them. */
function chapters(kind: string, address: string, markdown: string, level: number, of = ""): SearchEntry[] {
  return headings(markdown, level).map((title) => {
    const start = markdown.indexOf(`${"#".repeat(level)} ${title}`);
    const text = markdown.slice(start).split(/\n#+ /)[0] ?? "";
    const body = text.replace(/^#.*\n/, "");
    return [kind, title, `${address}#${slug(title)}`, of + excerpt(body, 100), [], [], plainWords(body)];
  });
}

function plainWords(text: string): string {
  return [...new Set(text.replace(/[`*|#\s-]+/g, " ").split(" "))].join(" ");
}

function operationEntries({ document }: Site, operation: OperationEntry): SearchEntry[] {
  const { title, address, method, path, operationId, object, parameters, requestBody, group } = operation;
  const action = String(object["x-iam-action"] ?? "");
  const body = fieldsOf(document, jsonContent(document, requestBody)?.schema ?? {}, "body");
  return [
    [
      "operation",
      title,
      address,
      `${method} ${path}`,
      [operationId, `${method} ${path}`, path, action].filter(Boolean),
      [group.name],
      [excerpt(object.description, 300), action && "IAM permission"].filter(Boolean).join(" "),
    ],
    ...parameters.map(({ name, in: place, schema = {}, description }): SearchEntry => {
      const values = closedSet(document, merged(document, schema)).map(String);
      return ["parameter", name, `${address}#${place}.${name}`, `${title} · ${excerpt(description, 90)}`, values];
    }),
    ...flat(body).map((field) => fieldEntry(document, field, address, title)),
    ...waitersOf(operation).map(([name, text]): SearchEntry => {
      return [
        "waiter",
        name,
        `${address}#waiter.${name}`,
        excerpt(text),
        [`waitFor.${name}`],
        ["waiter", "wait", "poll"],
      ];
    }),
  ];
}

function schemaEntries({ document }: Site, { name, address, schema }: SchemaEntry): SearchEntry[] {
  const values = closedSet(document, schema).map(String);
  // Fields of other schemas have entries of their own.
  const own = fieldsOf(document, { $ref: `#/components/schemas/${name}` }, "");
  return [
    ["schema", name, address, excerpt(schema.description, 100), values],
    ...own.map((field) => fieldEntry(document, field, address, name)),
  ];
}

const CLIENT_PAGE: SearchEntry = [
  "page",
  "Client reference",
  CLIENT,
  "All that programs import",
  ["API reference", "TypeScript"],
];

function moduleEntries({ title, specifier, address, text, exports, lists }: ModulePage): SearchEntry[] {
  const own = lists.flatMap(({ isHere, entries }) => (isHere ? entries : []));
  // The other entries are found as operations and waiters.
  const others = lists.filter(({ isHere }) => !isHere);
  return [
    ["page", title, address, excerpt(text), [specifier]],
    ...others.map((list): SearchEntry => ["function", list.title, `${address}#${list.id}`, title]),
    ...own.map((one): SearchEntry => ["class", one.name, one.address, excerpt(one.text, 100)]),
    ...exports.flatMap(({ name, kind, text: summary, members }): SearchEntry[] => [
      [kind, name, `${address}#${name}`, excerpt(summary, 100)],
      ...members.map((member): SearchEntry => {
        const bare = member.name.replace(/\?$/, "");
        const what = bare === member.name ? "property" : "option";
        return [what, bare, `${address}#${name}.${bare}`, `${name} · ${excerpt(member.text, 90)}`, [`${name}.${bare}`]];
      }),
    ]),
  ];
}

function fieldEntry(document: Site["document"], { id, name, schema }: Field, address: string, of: string): SearchEntry {
  const values = closedSet(document, schema).map(String);
  return ["field", name, `${address}#${id}`, `${of} · ${excerpt(schema.description, 90)}`, values];
}

function flat(fields: Field[]): Field[] {
  return fields.flatMap((field) => [field, ...flat(field.children)]);
}
