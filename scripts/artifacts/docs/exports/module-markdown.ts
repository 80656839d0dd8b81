import type { ModulePage, Site } from "../model.ts";
import { CLIENT, excerpt, markdownPath, relativePath } from "../addresses.ts";
import { memberFields } from "../components/member.ts";
import type { GeneratedList } from "../modules/generated.ts";
import type { Export } from "../modules/model.ts";
import { fence, fieldMarkdown, paragraphs } from "./field-markdown.ts";

/** The list of modules in Markdown, each with its names. */
export function clientMarkdown({ modules }: Site): string {
  const parts = modules.flatMap(({ title, specifier, address, exports, lists }) => [
    `## ${title}`,
    `From \`${specifier}\`: [${title}](${relativePath(CLIENT, markdownPath(address))})`,
    [
      ...exports.map(({ name, text }) => `- \`${name}\`: ${excerpt(text)}`),
      ...lists.map((list) => `- ${list.title}: ${nameList(list.entries.map(({ name }) => name))}`),
    ].join("\n"),
  ]);
  return paragraphs([
    "# Client reference",
    "Every function, option, type and error that programs import, by module.",
    ...parts,
  ]);
}

/** The page of a module in Markdown. */
export function moduleMarkdown(
  site: Site,
  { title, specifier, text, lists, exports, alsoExported }: ModulePage,
): string {
  return paragraphs([
    `# ${title}`,
    `Module \`${specifier}\``,
    text,
    ...lists.filter(({ isHere }) => !isHere).map(listMarkdown),
    ...exports.map((one) => exportMarkdown(site, one)),
    ...lists.filter(({ isHere }) => isHere).map(listMarkdown),
    alsoExported.length > 0 && `## Also exported\n\n${nameList(alsoExported)}`,
  ]);
}

function listMarkdown({ title, entries }: GeneratedList): string {
  return `## ${title}\n\n${entries.map(({ name, text }) => `- \`${name}\`: ${text}`).join("\n")}`;
}

/** Names in one line; the site links them. */
export function nameList(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function exportMarkdown(site: Site, one: Export): string {
  const { name, signature, text, returns, throws, examples } = one;
  return paragraphs([
    `## ${name}`,
    fence("ts", signature),
    text,
    members(site, one, "parameters"),
    returns && `Returns \`${returns.type}\`${returns.text && `: ${returns.text}`}`,
    throws.map((error) => `- Throws ${error}`).join("\n"),
    members(site, one, "members"),
    ...examples,
  ]);
}

/** Parameters or members as a list. Their types stand in code spans: outside, `<` begins an element. */
function members(site: Site, one: Export, which: "parameters" | "members"): string {
  const fields = memberFields(site, one, which).map((field, index) => {
    const type = one[which][index]?.type;
    return { ...field, type: type ? [`\`${type}\``] : [] };
  });
  return fieldMarkdown(site, fields);
}
