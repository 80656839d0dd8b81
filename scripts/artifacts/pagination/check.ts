import {
  jsonContent,
  listOperations,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";
import { loadClient, requiredParams } from "../../testing/client.ts";
import { validators } from "../../testing/ajv.ts";
import { nested } from "../../testing/compare.ts";

/** Goes through three items in pages of two with every generated function, and compares the requests with `x-pagination`. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const { operations, recording } = await loadClient(root);
  const described = listOperations(document).filter(({ object }) => object["x-pagination"]);
  const problems = Object.keys(operations.paginate)
    .filter((name) => !described.some(({ operationId }) => identifier(operationId) === name))
    .map((name) => `${name} is not in the document`);
  for (const operation of described) {
    const { operationId, object } = operation;
    const { in: place, offsetParam = "", items = "", total } = object["x-pagination"] as Record<string, string>;
    const list = operations.paginate[identifier(operationId)];
    if (!list) {
      problems.push(`${operationId} has no function`);
      continue;
    }
    const offsets: unknown[] = [];
    const { client, sent } = recording((_, index) =>
      Response.json(nested({ [items]: [["a", "b"], ["c"]][index] ?? [], ...(total && { [total]: 3 }) })),
    );
    const params = { ...requiredParams(document, operation), ...(place === "body" && { body: {} }) };
    const found: unknown[] = [];
    for await (const item of list(client, params, { maxPages: 4 })) found.push(item);
    const isOffset = validators(document, { strict: false })(offsetSchema(document, operation));
    for (const request of sent) {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const group = place === "body" ? ((await request.json()) as Record<string, unknown>) : query;
      const value = group[offsetParam];
      if (place === "body" && !isOffset(value)) problems.push(`${operationId} sends the offset as ${typeof value}`);
      offsets.push(Number(value));
    }
    // Without a total, an empty page is the end.
    const wanted = JSON.stringify([["a", "b", "c"], total ? [0, 2] : [0, 2, 3]]);
    if (JSON.stringify([found, offsets]) !== wanted) {
      problems.push(
        `${operationId} yields ${JSON.stringify(found)} by the offsets ${JSON.stringify(offsets)}, not ${wanted}`,
      );
    }
  }
  return problems;
}

/** Returns the schema of the member of a body that carries the offset. */
function offsetSchema(document: OpenApiDocument, { object, requestBody }: Operation): Schema {
  const body = resolve<Schema>(document, jsonContent(document, requestBody)?.schema ?? {});
  return resolve<Schema>(
    document,
    body.properties?.[(object["x-pagination"] as Record<string, string>)["offsetParam"] ?? ""] ?? {},
  );
}
