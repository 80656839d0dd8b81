import type { OpenApiDocument, OperationObject, Schema } from "../../../core/document.ts";
import { CHANGES, ERRORS, HOME, REFERENCE } from "../addresses.ts";
import { lifecycleOf, lifecycleSvg, transitionList } from "../components/lifecycle.ts";
import type { OperationEntry, SchemaEntry, Site } from "../model.ts";

/** Link from the page of Redoc to another page of the site. */
const to = (address: string) => `../${address}`;

/**
 * Puts what Redoc leaves out, the examples of schemas and all extensions, where it looks: into `example` and into texts.
 * Nothing else of the document is changed.
 */
export function redocDocument(site: Site): OpenApiDocument {
  const document = structuredClone(site.document);
  document.info.description = [document.info.description?.trim(), ...chapters(site)].filter(Boolean).join("\n\n");
  // Redoc shows these as plain text.
  for (const server of document.servers ?? [])
    if (server.description) server.description = server.description.replaceAll("`", "");
  for (const operation of site.operations) {
    const object = document.paths?.[operation.path]?.[operation.method.toLowerCase()] as OperationObject;
    object["x-codeSamples"] = operation.samples.map(({ lang, label, source }) => ({ lang, label, source }));
    object.description = describe(site, operation);
  }
  for (const schema of Object.values((document.components?.["schemas"] ?? {}) as Record<string, Schema>))
    addExamples(schema);
  return document;
}

function describe({ errors }: Site, { object, codes, address }: OperationEntry): string {
  const links = codes.map((code) => (errors.has(code) ? `[\`${code}\`](${to(ERRORS)}#${code})` : `\`${code}\``));
  const codeLine = links.length > 0 && `Error codes (inferred): ${links.join(", ")}`;
  const link = `[Page of this operation, with "Try it"](${to(address)})`;
  return [object.description?.trim(), link, codeLine].filter(Boolean).join("\n\n");
}

function chapters(site: Site): string[] {
  const cycles = [...site.schemas.values()].flatMap((entry) => lifecycleChapter(site, entry));
  const rows = [...site.errors.values()].map(({ code, status, meaning }) => {
    const text = meaning.replaceAll("|", "\\|").replace(/\s+/g, " ");
    return `| [\`${code}\`](${to(ERRORS)}#${code}) | ${status} | ${text} |`;
  });
  return [
    ...(cycles.length ? ["# Life cycles", ...cycles] : []),
    ...(rows.length ? ["# Error codes", `| Code | Status | Meaning |\n| --- | --- | --- |\n${rows.join("\n")}`] : []),
    `# More\n\n[Home](${to(HOME)}), [reference by page](${to(REFERENCE)}), [changes](${to(CHANGES)}).`,
  ];
}

function lifecycleChapter(site: Site, { name, schema, address }: SchemaEntry): string[] {
  const cycle = lifecycleOf(schema);
  if (!cycle) return [];
  // Markdown ends a block of HTML at an empty line.
  const [drawing, list] = [lifecycleSvg(cycle, name), transitionList(site, cycle, to)].map((part) =>
    String(part).replaceAll(/\n+/g, " "),
  );
  return [`## ${name}\n\n<div>${drawing}</div>\n\n${list}\n\n[${name} in the reference](${to(address)})`];
}

function addExamples(schema: Schema): void {
  const { examples, properties = {}, items } = schema;
  if (examples?.length && schema["example"] === undefined) schema["example"] = examples[0];
  for (const child of [...Object.values(properties), ...(items ? [items] : [])]) addExamples(child);
}
