import { main, notice, type Artifact } from "../lib/artifact.ts";
import { DocumentError, listOperations, type Server } from "../lib/document.ts";
import { clientOption, docComment } from "../lib/typescript.ts";

/** What a client is created with, as far as the description says it: servers, and parameters that a call may leave out. */
export const artifact: Artifact = {
  path: "packages/client/src/generated/client-options.ts",
  render(document) {
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
      docComment(["Parameters that the client fills in where a call leaves them out, with the option they are taken from."]) +
        `export const clientParameters = ${JSON.stringify(Object.fromEntries(sorted), null, 2)} as const;\n`,
      docComment(["Servers: the address with its variables, and the values that each variable takes."]) +
        `export const servers = ${JSON.stringify((document.servers ?? []).map(values), null, 2)} as const;\n`,
      docComment(["Version of the description that this client was generated from."]) +
        `export const specVersion = ${JSON.stringify(document.info.version)};\n`,
    ].join("\n");
  },
};

function values({ url, variables = {} }: Server) {
  return {
    url,
    variables: Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, variable.enum ?? []])),
  };
}

if (import.meta.main) await main(artifact);
