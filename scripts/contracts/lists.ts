import ts from "typescript";
import { jsonContent, listOperations, resolve, type OpenApiDocument, type Operation, type Schema } from "../lib/document.ts";
import { identifier } from "../lib/typescript.ts";

/** Holds the generated functions for pages against `x-pagination`. */
export function checkPagination(document: OpenApiDocument, source: string): string[] {
  const wanted = listOperations(document).flatMap((operation) => {
    const { operationId, object } = operation;
    const said = object["x-pagination"] as Record<string, string> | undefined;
    if (!said) return [];
    const [items, total] = [said["items"], said["total"]].map((pointer) => JSON.stringify((pointer ?? "").split("/").slice(1)));
    const call = `pages(${identifier(operationId)}Page, client, params, {"in":"${said["in"]}","offset":"${said["offsetParam"]}",`;
    return [{ name: identifier(operationId), parts: [call, `,"text":${isText(document, operation, said)},`, `"items":${items}`, ...(said["total"] ? [`"total":${total}`] : [])] }];
  });
  return compareFunctions(wanted, source);
}

/** Whether the offset goes over the wire as text. */
function isText(document: OpenApiDocument, { parameters, requestBody }: Operation, said: Record<string, string>): boolean {
  const body = resolve<Schema>(document, jsonContent(document, requestBody)?.schema ?? {}).properties ?? {};
  const parameter = parameters.find(({ name, in: place }) => name === said["offsetParam"] && place === "query");
  const schema = said["in"] === "body" ? body[said["offsetParam"] ?? ""] : parameter?.schema;
  return resolve<Schema>(document, schema ?? {}).type === "string";
}

/** Holds the generated waiters against `x-waiters`, and `x-long-running` against them. */
export function checkWaiters(document: OpenApiDocument, source: string): string[] {
  const operations = listOperations(document);
  const wanted = operations.flatMap(({ operationId, object }) =>
    Object.entries((object["x-waiters"] ?? {}) as Record<string, Record<string, unknown>>).map(([name, said]) => {
      const times = ["interval", "delay", "timeout"].map((key) => `"${key}":${(said[key] as number) * 1000}`);
      const lists = ["success", "failure", "missing"].map((key) => `"${key}":${JSON.stringify(said[key])}`);
      const state = `"state":${JSON.stringify(String(said["state"]).split("/").slice(1))}`;
      return { name: identifier(name), parts: [`waitUntil(${identifier(operationId)}, client, params, {"name":"${name}"`, state, ...lists, ...times] };
    }),
  );
  const known = new Map(operations.flatMap(({ operationId, object }) => Object.keys((object["x-waiters"] ?? {}) as object).map((name) => [name, operationId])));
  const dangling = operations.flatMap(({ operationId, object }) => {
    const said = object["x-long-running"] as { poll?: string; waiter?: string } | undefined;
    return said && known.get(said.waiter ?? "") !== said.poll ? [`${operationId} is to be waited for by ${said.waiter} of ${said.poll}, which there is not`] : [];
  });
  return [...compareFunctions(wanted, source), ...dangling];
}

/** Holds the generated classes of errors against the statuses of the operations. */
export function checkErrors(document: OpenApiDocument, source: string): string[] {
  const described = new Set(listOperations(document).flatMap(({ responses }) => Object.keys(responses).filter((status) => /^[45]\d\d$/.test(status))));
  const found = [...source.matchAll(/^export const \w+ = \/\* @__PURE__ \*\/ statusError\((\d+)\);$/gm)].map(([, status = ""]) => status);
  return [
    ...[...described].filter((status) => !found.includes(status)).map((status) => `status ${status} has no class`),
    ...found.filter((status, index) => !described.has(status) || found.indexOf(status) !== index).map((status) => `status ${status} has a class too many`),
  ];
}

/** Holds the generated types of error codes against `x-error-codes`. */
export function checkCodes(document: OpenApiDocument, source: string): string[] {
  return listOperations(document).flatMap(({ operationId, object }) => {
    const line = source.match(new RegExp(`^  "?${operationId}"?: (.*);$`, "m"))?.[1];
    const found = [...(line ?? "").matchAll(/"([^"]+)"/g)].map(([, code = ""]) => code);
    const wanted = (object["x-error-codes"] ?? []) as string[];
    const [have, want] = [found.sort().join(" "), [...wanted].sort().join(" ")];
    return line !== undefined && have === want ? [] : [`${operationId} has the error codes "${have}", described with "${want}"`];
  });
}

function compareFunctions(wanted: { name: string; parts: string[] }[], source: string): string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const functions = new Map(file.statements.filter(ts.isFunctionDeclaration).map((node) => [node.name?.text ?? "", node.body?.getText() ?? ""]));
  const problems = wanted.flatMap(({ name, parts }) => {
    const body = functions.get(name);
    functions.delete(name);
    if (body === undefined) return [`${name} has no function`];
    return parts.filter((part) => !body.includes(part)).map((part) => `${name} is without ${part}`);
  });
  return [...problems, ...[...functions.keys()].map((name) => `${name} is not in the description`)];
}
