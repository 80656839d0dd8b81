import { listOperations, type OpenApiDocument, type Schema } from "../../../core/document.ts";
import { lifecycleOf, lifecycleSvg, transitionList } from "../components/lifecycle.ts";
import { operationPath, schemaPath, type Site } from "../model.ts";

/**
 * The description as Redoc is to show it. Redoc leaves out the examples of schemas and all that an extension says, so
 * they are put where it looks: into `example`, and into the text. Nothing that is described is changed or taken away.
 */
export function redocDocument(site: Site): OpenApiDocument {
  const document = structuredClone(site.document);
  document.info.description = [document.info.description?.trim(), ...chapters(site)].filter(Boolean).join("\n\n");
  // Redoc shows these as plain text.
  for (const server of document.servers ?? [])
    if (server.description) server.description = server.description.replaceAll("`", "");
  for (const { object, operationId } of listOperations(document)) {
    const codes = ((object["x-error-codes"] ?? []) as string[])
      .map((code) => (site.errors.has(code) ? `[\`${code}\`](reference/errors.html#${code})` : `\`${code}\``))
      .join(", ");
    const link = `[Reference page, with "Try it"](reference/${operationPath(operationId)})`;
    object["x-codeSamples"] = site.samples.get(operationId);
    object.description = [object.description?.trim(), link, codes && `Error codes: ${codes}`]
      .filter(Boolean)
      .join("\n\n");
  }
  for (const schema of Object.values((document.components?.["schemas"] ?? {}) as Record<string, Schema>))
    addExamples(schema);
  return document;
}

function chapters(site: Site): string[] {
  const { schemas, errors } = site;
  const cycles = [...schemas].flatMap(([name, schema]) => {
    const cycle = lifecycleOf(schema);
    if (!cycle) return [];
    // Markdown ends a block of HTML at an empty line.
    const list = transitionList(site, cycle, "reference/").text.replaceAll(/\n+/g, "");
    return [
      `## ${name}\n\n<div>${lifecycleSvg(cycle, name)}</div>\n\n${list}\n\n[${name} in the reference](reference/${schemaPath(name)})`,
    ];
  });
  const rows = [...errors.values()].map(
    ({ code, status, meaning }) =>
      `| \`${code}\` | ${status} | ${meaning.replaceAll("|", "\\|").replace(/\s+/g, " ")} |`,
  );
  return [
    ...(cycles.length ? ["# Life cycles", ...cycles] : []),
    ...(rows.length ? ["# Error codes", `| Code | Status | Meaning |\n| --- | --- | --- |\n${rows.join("\n")}`] : []),
    "# Reference\n\nThe same as plain pages, one for each operation and schema: [reference](reference/index.html). [What changed](changelog.html).",
  ];
}

function addExamples(schema: Schema): void {
  const { examples, properties = {}, items } = schema;
  if (examples?.length && schema["example"] === undefined) schema["example"] = examples[0];
  for (const child of [...Object.values(properties), ...(items ? [items] : [])]) addExamples(child);
}
