import {
  jsonContent,
  listOperations,
  refName,
  resolve,
  type Header,
  type OpenApiDocument,
  type Schema,
} from "../../core/document.ts";

/** What a schema says of a value itself, in one line; its members are facts of their own. */
const SAID = [
  "type",
  "format",
  "enum",
  "const",
  "default",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "deprecated",
];

/** Every server, operation, parameter, member of a body and answer of a document, by name, with what is said of it. */
export function facts(document: OpenApiDocument): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string, schema: Schema | undefined, required: boolean, seen: string[], media: string[] = []) => {
    const target = refName(schema) ?? "";
    if (target && seen.includes(target)) return;
    const resolved = resolve<Schema>(document, schema ?? {});
    const said = SAID.filter((key) => resolved[key] !== undefined).map(
      (key) => `${key} ${JSON.stringify(resolved[key])}`,
    );
    const extra = resolved["additionalProperties"] as Schema | boolean | undefined;
    if (extra === false) said.push("no other fields");
    found.set(name, [required ? "required" : "optional", ...media, ...said].join(", "));
    const inside = [...seen, target];
    for (const [key, property] of Object.entries(resolved.properties ?? {})) {
      visit(`${name}.${key}`, property, resolved.required?.includes(key) ?? false, inside);
    }
    if (typeof extra === "object") visit(`${name}.*`, extra, false, inside);
    if (resolved.items) visit(`${name}[]`, resolved.items, true, inside);
  };
  for (const { url, variables = {} } of document.servers ?? []) {
    found.set(`servers ${url}`, "");
    for (const [name, { default: value, enum: values = [] }] of Object.entries(variables)) {
      found.set(`servers ${url} ${name}`, `default ${value}`);
      for (const one of values) found.set(`servers ${url} ${name} ${one}`, "");
    }
  }
  for (const operation of listOperations(document)) {
    const { operationId, method, path, object, parameters, requestBody, responses, security } = operation;
    const deprecated = object.deprecated ? ", deprecated" : "";
    found.set(
      operationId,
      `${method} ${path}${deprecated}, security ${JSON.stringify(security.map((item) => Object.keys(item)))}`,
    );
    for (const { name, in: place, required, schema, deprecated: isOld } of parameters)
      visit(`${operationId}.${place}.${name}`, schema, !!required, [], isOld ? ["deprecated"] : []);
    for (const code of new Set((object["x-error-codes"] ?? []) as string[]))
      found.set(`${operationId}.code.${code}`, "");
    const body = jsonContent(document, requestBody);
    if (requestBody)
      visit(`${operationId}.body`, body?.schema, requestBody.required ?? false, [], Object.keys(requestBody.content));
    for (const [status, response] of Object.entries(responses)) {
      const content = jsonContent(document, response);
      const media = Object.keys(response.content ?? {});
      if (media.length) visit(`${operationId}.${status}`, content?.schema, true, [], media);
      else found.set(`${operationId}.${status}`, "no body");
      for (const [name, header] of Object.entries(response.headers ?? {}))
        visit(`${operationId}.${status}.header.${name}`, resolve<Header>(document, header).schema, false, []);
    }
  }
  return found;
}

/** The changelog of two documents, a line for each fact: `+` added, `-` removed, `~` changed. */
export function changes(base: OpenApiDocument, revision: OpenApiDocument): string[] {
  const [before, after] = [facts(base), facts(revision)];
  // Where something is new or gone as a whole, its parts go without saying.
  const isPart = (name: string, other: Map<string, string>) => {
    const parents = [...name.matchAll(/[.[ ]/g)].map(({ index }) => name.slice(0, index));
    return parents.some((parent) => (before.has(parent) || after.has(parent)) && !other.has(parent));
  };
  const lines: string[] = [];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) continue;
    if (old === undefined) lines.push(...(isPart(name, before) ? [] : [`+ ${name}${now && ` (${now})`}`]));
    else if (now === undefined) lines.push(...(isPart(name, after) ? [] : [`- ${name}`]));
    else lines.push(`~ ${name}: ${old} → ${now}`);
  }
  return lines;
}
