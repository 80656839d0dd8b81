import { CHANGES, CLIENT, ERRORS, excerpt, markdownPath, REFERENCE, relativePath, SCHEMAS } from "../addresses.ts";
import { json } from "../components/html.ts";
import { lifecycleOf } from "../components/lifecycle.ts";
import { firstParagraph } from "../components/markdown.ts";
import { fieldsOf, typeOf } from "../components/schema.ts";
import type { Group, SchemaEntry, Site } from "../model.ts";
import { facts, fence, fieldMarkdown, paragraphs, typeText } from "./field-markdown.ts";
import { errorLine } from "./operation-markdown.ts";

/** The first page of the site in Markdown: a list of all others. */
export function homeMarkdown(site: Site): string {
  const { title, summary } = site.document.info;
  const guide = site.guide.map((page) => linkLine(page.title, page.address, firstParagraph(page.markdown)));
  return paragraphs([
    `# ${title}`,
    summary,
    guide.length > 0 && `## Guide\n\n${guide.join("\n")}`,
    "## Reference",
    [
      linkLine("Overview", REFERENCE, "Chapters of the document, credentials, servers."),
      site.errors.size > 0 && linkLine("Error codes", ERRORS, "What each code means, and what to do."),
      linkLine("Schemas", SCHEMAS, "Every schema of requests and responses."),
      site.modules.length > 0 &&
        linkLine("Client reference", CLIENT, "Every function, option, type and error of the client."),
      linkLine("Changelog", CHANGES, "What changed from release to release."),
    ]
      .filter(Boolean)
      .join("\n"),
    ...site.groups.map((group) => groupMarkdown(group)),
  ]);
}

/** A line of a list of pages. `from` is the folder of the list. */
export function linkLine(title: string, address: string, text: string, from = "index.md"): string {
  return `- [${title}](${relativePath(from, markdownPath(address))})${text ? `: ${text}` : ""}`;
}

/** The operations of a group as a list of links. */
export function groupMarkdown({ name, operations }: Group, from?: string): string {
  const lines = operations.map(({ title, address, operationId, object }) =>
    linkLine(title, address, `\`${operationId}\`. ${excerpt(object.description)}`.trim(), from),
  );
  return `## ${name}\n\n${lines.join("\n")}`;
}

/** The overview of the reference in Markdown. */
export function referenceMarkdown(site: Site): string {
  const { title, version, summary, description } = site.document.info;
  const servers = (site.document.servers ?? []).map(({ url, description: text }) => `- \`${url}\` ${text ?? ""}`);
  const schemes = Object.entries((site.document.components?.["securitySchemes"] ?? {}) as Record<string, SchemeText>);
  return paragraphs([
    `# ${title} ${version}`,
    summary,
    description,
    schemes.length > 0 && "# Credentials",
    ...schemes.map(([name, { description: text = "" }]) => `## ${name}\n\n${text.trim()}`),
    servers.length > 0 && `# Servers\n\n${servers.join("\n")}`,
    "# Operations",
    ...site.groups.map((group) => groupMarkdown(group, REFERENCE)),
  ]);
}

interface SchemeText {
  description?: string;
}

/** All error codes in Markdown. */
export function errorsMarkdown({ errors }: Site): string {
  return `# Error codes\n\n${[...errors].map(([code, entry]) => errorLine(entry, code)).join("\n")}`;
}

/** A schema in Markdown. */
export function schemaMarkdown(site: Site, { name, schema }: SchemaEntry): string {
  const cycle = lifecycleOf(schema);
  const steps = cycle?.transitions.map(({ from, to, by, when, assumed }) => {
    const cause = [by && `by \`${by}\``, when, assumed && "assumed, not documented"].filter(Boolean).join("; ");
    return `1. \`${from}\` → \`${to}\`${cause && `: ${cause}`}`;
  });
  return paragraphs([
    `# ${name}`,
    typeText(typeOf(schema)),
    schema.description,
    facts(site, schema),
    steps && `## Life cycle\n\n${steps.join("\n")}`,
    fieldMarkdown(site, fieldsOf(site.document, schema, "", [name])),
    ...(schema.examples ?? []).map((value) => fence("json", json(value))),
  ]);
}

/** The list of schemas in Markdown. */
export function schemasMarkdown({ schemas }: Site): string {
  const lines = [...schemas.values()].map(({ name, address, schema }) =>
    linkLine(name, address, excerpt(schema.description), SCHEMAS),
  );
  return `# Schemas\n\n${lines.join("\n")}`;
}

/** Every release in Markdown. */
export function changelogMarkdown({ releases }: Site): string {
  const parts = releases.map(({ version, date, changes }) => `## ${version}${date ? ` (${date})` : ""}\n\n${changes}`);
  return `# Changelog\n\n${parts.join("\n\n")}`;
}
