import { join } from "node:path";
import { listOperations, type OpenApiDocument, type Operation, type OperationObject } from "../../core/document.ts";
import { chooseMedia } from "../../core/media.ts";
import { pascalCase } from "../../core/typescript.ts";
import { differentTypes, type TypePairs } from "../../testing/same-types.ts";

/** Returns the places where the types under `root` are not identical with those that a second generator makes. */
export function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const schema = JSON.stringify(join(root, "packages/client/src/generated/schema.ts"));
  const names = Object.keys(document.components?.["schemas"] ?? {});
  const operations = listOperations(document);
  const webhooks = Object.values((document["webhooks"] ?? {}) as Record<string, Record<string, OperationObject>>)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId }) => operationId ?? []);
  return differentTypes(document, `import type { components, operations, paths } from ${schema};`, {
    "names of schemas": ['keyof components["schemas"]', union(names)],
    operationIds: ["keyof operations", union([...operations.map(({ operationId }) => operationId), ...webhooks])],
    paths: ["keyof paths", union(Object.keys(document.paths ?? {}))],
    ...Object.fromEntries(
      names.map((name) => [
        `schema ${name}`,
        [`components["schemas"][${JSON.stringify(name)}]`, `others.${pascalCase(name)}`],
      ]),
    ),
    ...Object.assign({}, ...operations.map(pairsOf)),
  });
}

function pairsOf({ operationId, path, method, parameters, requestBody, responses }: Operation): TypePairs {
  const ours = `operations[${JSON.stringify(operationId)}]`;
  const theirs = `others.${pascalCase(operationId)}`;
  const pairs: TypePairs = {
    [`${method} ${path}`]: [`paths[${JSON.stringify(path)}][${JSON.stringify(method.toLowerCase())}]`, ours],
    [`${operationId} statuses`]: [
      `keyof ${ours}["responses"]`,
      Object.keys(responses)
        .map((status) => (/^\d+$/.test(status) ? status : JSON.stringify(status)))
        .join(" | ") || "never",
    ],
  };
  for (const [group, other] of [
    ["path", "path"],
    ["query", "query"],
    ["header", "headers"],
  ] as const) {
    const isUsed = parameters.some((parameter) => parameter.in === group);
    pairs[`${operationId} ${group}`] = [
      `Pick<${ours}["parameters"], "${group}">["${group}"]`,
      isUsed ? `${theirs}Data["${other}"]` : "undefined",
    ];
  }
  const isOptional = (type: string) => `({} extends ${type} ? true : false)`;
  pairs[`${operationId} body is optional`] = [isOptional(`Pick<${ours}, "requestBody">`), `${!requestBody?.required}`];
  const sent = chooseMedia(requestBody?.content);
  if (sent) {
    pairs[`${operationId} body`] = [
      `NonNullable<${ours}["requestBody"]>["content"][${JSON.stringify(sent.media)}]`,
      `NonNullable<${theirs}Data["body"]>`,
    ];
  }
  for (const [status, { content = {} }] of Object.entries(responses)) {
    const [key, media] = [/^\d+$/.test(status) ? status : JSON.stringify(status), chooseMedia(content)?.media];
    const body = `${ours}["responses"][${key}]["content"]`;
    pairs[`${operationId} ${status}`] = media
      ? [`${body}[${JSON.stringify(media)}]`, `${theirs}${/^[1-3]/.test(status) ? "Responses" : "Errors"}[${key}]`]
      : [body, "undefined"];
  }
  return pairs;
}

function union(names: string[]): string {
  return names.map((name) => JSON.stringify(name)).join(" | ") || "never";
}
