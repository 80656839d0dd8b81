import { stripTypeScriptTypes } from "node:module";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";

/** Holds the generated client options against the servers, parameters and version of the description. */
export async function checkClientOptions(document: OpenApiDocument, source: string): Promise<string[]> {
  const code = stripTypeScriptTypes(source, { mode: "transform" });
  const found = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
  const parameters = listOperations(document).flatMap((operation) => operation.parameters);
  const wanted = {
    specVersion: document.info.version,
    clientParameters: Object.fromEntries(
      parameters.filter((item) => item["x-client-option"]).map((item) => [item.name, item["x-client-option"]]),
    ),
    servers: (document.servers ?? []).map(({ url, variables = {} }) => [
      url,
      Object.fromEntries(
        Object.entries(variables).map(([name, { enum: values }]) => [name, [...(values ?? [])].sort().join(" ")]),
      ),
    ]),
  };
  const untyped = [
    ...new Set(
      (document.servers ?? []).flatMap(({ variables = {} }) =>
        Object.values(variables).flatMap((each) => each.enum ?? []),
      ),
    ),
  ].filter((value) => !source.includes(`| ${JSON.stringify(value)}`));
  return [
    ...differences(wanted, { ...found }).map((pointer) => `client options differ from the description at ${pointer}`),
    ...untyped.map((value) => `client options have no type for "${value}"`),
  ];
}
