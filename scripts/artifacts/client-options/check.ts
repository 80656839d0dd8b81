import { join } from "node:path";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";
import { differentTypes } from "../../testing/same-types.ts";

/** Compares the options of the client with the servers, parameters and version of the document. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const file = join(root, "packages/client/src/generated/client-options.ts");
  const found = (await import(file)) as Record<string, unknown>;
  const servers = document.servers ?? [];
  const parameters = listOperations(document).flatMap((operation) => operation.parameters);
  const wanted = {
    specVersion: document.info.version,
    clientParameters: Object.fromEntries(
      parameters.filter((item) => item["x-client-option"]).map((item) => [item.name, item["x-client-option"]]),
    ),
    servers: servers.map(({ url, variables = {} }) => [
      url,
      Object.fromEntries(
        Object.entries(variables).map(([name, { enum: values = [] }]) => [name, [...values].sort().join(" ")]),
      ),
    ]),
  };
  const regions = servers.flatMap(({ variables }) => variables?.["region"]?.enum ?? []);
  const union = regions.map((region) => JSON.stringify(region)).join(" | ") || "never";
  return [
    ...differences(wanted, { ...found }).map((pointer) => `the options differ from the document at ${pointer}`),
    ...(await differentTypes(document, `import type { ServerVariables } from ${JSON.stringify(file)};`, {
      region: ['ServerVariables["region"]', union],
    })),
  ];
}
