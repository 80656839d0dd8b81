import { notice, type Rendered } from "../../core/artifact.ts";
import { DocumentError, listOperations, type Server, type OpenApiDocument } from "../../core/document.ts";
import { clientOption, docComment, key } from "../../core/typescript.ts";

/** Returns the servers, the parameters that a call may leave to the client, and the version of the document. */
export function render(document: OpenApiDocument): Rendered {
  const parameters = new Map<string, string>();
  for (const { parameters: list, pointer } of listOperations(document)) {
    for (const parameter of list) {
      const option = clientOption(parameter);
      if (!option) continue;
      if ((parameters.get(parameter.name) ?? option) !== option) {
        throw new DocumentError(pointer, `parameter "${parameter.name}" is taken from two client options`);
      }
      parameters.set(parameter.name, option);
    }
  }
  const sorted = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `// ${notice(document)}\n`,
    docComment([
      "Parameters that the client fills in where a call leaves them out, with the option they are taken from.",
    ]) + `export const clientParameters = ${JSON.stringify(Object.fromEntries(sorted), null, 2)} as const;\n`,
    docComment(["The values that each variable of a server's address takes."]) +
      `export interface ServerVariables {\n${variableTypes(document.servers)}}\n`,
    docComment(["Addresses by region; `*` stands for every region without one of its own."]) +
      `export const regionUrls: Record<string, string> = ${JSON.stringify(regionUrls(document), null, 2)};\n`,
    docComment(["Version of the description that this client was generated from."]) +
      `export const specVersion = ${JSON.stringify(document.info.version)};\n`,
  ].join("\n");
}

/** A union of literals for each variable, over all servers. */
function variableTypes(servers: Server[] = []): string {
  // The client has an option for the region, whether or not the servers have one.
  const names = new Set(["region", ...servers.flatMap(({ variables = {} }) => Object.keys(variables))]);
  return [...names]
    .map((name) => {
      const all = new Set(servers.flatMap(({ variables }) => variables?.[name]?.enum ?? []));
      return `  ${key(name)}:${
        [...all]
          .sort()
          .map((value) => `\n    | ${JSON.stringify(value)}`)
          .join("") || " never"
      };\n`;
    })
    .join("");
}

/** Returns the address of most regions, with `{region}` in it, and those of the regions that another server names. */
function regionUrls({ servers = [] }: OpenApiDocument): Record<string, string> {
  const [first, ...others] = servers.filter(({ url }) => url.includes("{region}"));
  const own = others.flatMap(({ url, variables }) =>
    (variables?.["region"]?.enum ?? []).map((region) => [region, url.replace("{region}", region)]),
  );
  return { "*": (first ?? servers[0])?.url ?? "", ...Object.fromEntries(own) };
}
