import { join } from "node:path";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";
import { differentTypes } from "../../testing/same-types.ts";

/** Compares the options of the client with the servers, parameters and version of the document. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const file = join(root, "packages/client/src/generated/client-options.ts");
  const { regionUrls: _, ...found } = (await import(file)) as Record<string, unknown>;
  const { regionUrl } = (await import(join(root, "packages/client/src/check-options.ts"))) as {
    regionUrl(owner: string, region: string): string;
  };
  const servers = document.servers ?? [];
  const parameters = listOperations(document).flatMap((operation) => operation.parameters);
  const wanted = {
    specVersion: document.info.version,
    clientParameters: Object.fromEntries(
      parameters.filter((item) => item["x-client-option"]).map((item) => [item.name, item["x-client-option"]]),
    ),
  };
  const regions = servers.flatMap(({ url, variables }) =>
    (variables?.["region"]?.enum ?? []).map((region) => ({ region, url: url.replace("{region}", region) })),
  );
  const union = regions.map(({ region }) => JSON.stringify(region)).join(" | ") || "never";
  return [
    ...regions
      .filter(({ region, url }) => url.includes(region) && regionUrl("check", region) !== url)
      .map(({ region, url }) => `the region ${region} is not called at ${url}`),
    ...differences(wanted, found).map((pointer) => `the options differ from the document at ${pointer}`),
    ...(await differentTypes(document, `import type { ServerVariables } from ${JSON.stringify(file)};`, {
      region: ['ServerVariables["region"]', union],
    })),
  ];
}
