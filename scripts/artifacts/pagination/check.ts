import { STATUS_CODES } from "node:http";
import ts from "typescript";
import {
  jsonContent,
  listOperations,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../core/document.ts";
import { identifier, pascalCase } from "../../core/typescript.ts";
import { commentOf } from "../../testing/comments.ts";
import { wordProblems } from "../../testing/words.ts";

/** A function that has to be there. */
interface Wanted {
  name: string;
  /** Parts of what it does. */
  parts: string[];
  params: string;
  result: string;
  /** What its comment says. */
  words: string[];
}

/** Holds the generated functions for pages against `x-pagination`. */
export function checkPagination(document: OpenApiDocument, source: string): string[] {
  const wanted = listOperations(document).flatMap((operation): Wanted[] => {
    const { operationId, object, parameters } = operation;
    const said = object["x-pagination"] as Record<string, string> | undefined;
    if (!said) return [];
    const [id, name] = [identifier(operationId), pascalCase(operationId)];
    const path = (said["items"] ?? "").split("/").slice(1);
    const [items, total] = [path, (said["total"] ?? "").split("/").slice(1)].map((segments) =>
      JSON.stringify(segments),
    );
    const call = `pages(${id}Page, client, params, {"in":"${said["in"]}","offset":"${said["offsetParam"]}",`;
    const isOptional = said["in"] === "query" && parameters.every((one) => !one.required || one["x-client-option"]);
    const type = path.reduce((outer, segment) => `NonNullable<${outer}["${segment}"]>`, `${name}Data`);
    return [
      {
        name: id,
        parts: [
          call,
          `,"text":${isText(document, operation, said)},`,
          `"items":${items}`,
          ...(said["total"] ? [`"total":${total}`] : []),
          ", options)",
        ],
        params: `params: ${name}Params${isOptional ? " = {}" : ""}`,
        result: `Pages<${name}Data, ${type}[number]>`,
        words: [object.summary ?? "", `${id}Page`],
      },
    ];
  });
  return compareFunctions(wanted, source);
}

/** Whether the offset goes over the wire as text. */
function isText(
  document: OpenApiDocument,
  { parameters, requestBody }: Operation,
  said: Record<string, string>,
): boolean {
  const body = resolve<Schema>(document, jsonContent(document, requestBody)?.schema ?? {}).properties ?? {};
  const parameter = parameters.find(({ name, in: place }) => name === said["offsetParam"] && place === "query");
  const schema = said["in"] === "body" ? body[said["offsetParam"] ?? ""] : parameter?.schema;
  return [resolve<Schema>(document, schema ?? {}).type].flat().includes("string");
}

/** Holds the generated waiters against `x-waiters`, and `x-long-running` against them. */
export function checkWaiters(document: OpenApiDocument, source: string): string[] {
  const operations = listOperations(document);
  const wanted = operations.flatMap(({ operationId, object }) =>
    Object.entries((object["x-waiters"] ?? {}) as Record<string, Record<string, unknown>>).map(
      ([name, said]): Wanted => {
        const times = ["interval", "delay", "timeout"].map((key) => `"${key}":${(said[key] as number) * 1000}`);
        const lists = ["success", "failure", "missing"].map((key) => `"${key}":${JSON.stringify(said[key])}`);
        const state = `"state":${JSON.stringify(String(said["state"]).split("/").slice(1))}`;
        const type = pascalCase(operationId);
        const [success, failure] = [said["success"], said["failure"]] as string[][];
        const result = [
          ...(success?.length ? [`${type}Data`] : []),
          ...(said["missing"] === "success" ? ["undefined"] : []),
        ].join(" | ");
        const words = [
          String(said["description"] ?? ""),
          ...(failure ?? []),
          said["missing"] === "error" ? "no such thing" : "",
          String(said["timeout"]),
          operationId,
        ];
        const call = `waitUntil(${identifier(operationId)}, client, params, {"name":"${name}"`;
        return {
          name: identifier(name),
          parts: [call, state, ...lists, ...times, ", options)"],
          params: `params: ${type}Params`,
          result: `Promise<${result}>`,
          words,
        };
      },
    ),
  );
  const known = new Map(
    operations.flatMap(({ operationId, object }) =>
      Object.keys((object["x-waiters"] ?? {}) as object).map((name) => [name, operationId]),
    ),
  );
  const dangling = operations.flatMap(({ operationId, object }) => {
    const said = object["x-long-running"] as { poll?: string; waiter?: string } | undefined;
    return said && known.get(said.waiter ?? "") !== said.poll
      ? [`${operationId} is to be waited for by ${said.waiter} of ${said.poll}, which there is not`]
      : [];
  });
  return [...compareFunctions(wanted, source), ...dangling];
}

/** Holds the generated classes of errors against the statuses of the operations, with the names and texts of their answers. */
export function checkErrors(document: OpenApiDocument, source: string): string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, string>();
  const described = new Map<string, { name: string; text: string }>();
  for (const { responses } of listOperations(document)) {
    for (const [status, { description }] of Object.entries(responses).filter(([code]) => /^[45]\d\d$/.test(code))) {
      if (!described.has(status))
        described.set(status, {
          name: pascalCase(STATUS_CODES[Number(status)] ?? `Status${status}`),
          text: description,
        });
    }
  }
  const problems: string[] = [];
  for (const node of file.statements.filter(ts.isVariableStatement)) {
    const [, name = "", status = ""] =
      node.getText().match(/^export const (\w+) = \/\* @__PURE__ \*\/ statusError\((\d+)\);$/) ?? [];
    const want = described.get(status);
    if (!want || classes.has(status)) problems.push(`status ${status} has a class too many`);
    else if (name !== `Vpcep${want.name}Error`)
      problems.push(`the class of status ${status} is ${name}, described as ${want.name}`);
    else
      problems.push(
        ...wordProblems(`the comment on ${name}`, [status, want.text], commentOf(node), new Set(["Status"])),
      );
    classes.set(status, name);
  }
  const types = new Map(
    file.statements.filter(ts.isTypeAliasDeclaration).map((node) => [node.name.text, node.type.getText()]),
  );
  for (const [status, name] of classes) {
    if (types.get(name) !== `StatusError<${status}>`) problems.push(`${name} has no type`);
    types.delete(name);
  }
  return [
    ...problems,
    ...[...described.keys()].filter((status) => !classes.has(status)).map((status) => `status ${status} has no class`),
    ...[...types.keys()].map((name) => `${name} is not in the description`),
  ];
}

/** Holds the generated types of error codes against `x-error-codes`. */
export function checkCodes(document: OpenApiDocument, source: string): string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const types = file.statements.find(ts.isInterfaceDeclaration)?.members.filter(ts.isPropertySignature) ?? [];
  const found = new Map(
    types.map((node) => [
      node.name.getText().replaceAll('"', ""),
      (node.type?.getText() ?? "").split(" | ").sort().join(" | "),
    ]),
  );
  const problems = listOperations(document).flatMap(({ operationId, object }) => {
    const codes = new Set((object["x-error-codes"] ?? []) as string[]);
    const [have, want] = [
      found.get(operationId),
      [...codes]
        .map((code) => JSON.stringify(code))
        .sort()
        .join(" | ") || "never",
    ];
    found.delete(operationId);
    return have === want ? [] : [`${operationId} has the error codes ${have}, described with ${want}`];
  });
  const all = source.includes("export type KnownCode = OperationCodes[keyof OperationCodes];")
    ? []
    : ["KnownCode is not a code of any operation"];
  return [...problems, ...all, ...[...found.keys()].map((name) => `${name} is not in the description`)];
}

/** Words of the comments themselves. */
const LAYOUT = new Set(
  "Asks Goes Rejects WaiterError a after all and is items link no of on options or otherwise pages say seconds such the there thing through unless where with".split(
    " ",
  ),
);

function compareFunctions(wanted: Wanted[], source: string): string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const functions = new Map(
    file.statements.filter(ts.isFunctionDeclaration).map((node) => [node.name?.text ?? "", node]),
  );
  const problems = wanted.flatMap(({ name, parts, params, result, words }) => {
    const node = functions.get(name);
    functions.delete(name);
    if (!node) return [`${name} has no function`];
    const [body = "", given, type] = [node.body?.getText(), node.parameters[1]?.getText(), node.type?.getText()];
    return [
      ...parts.filter((part) => !body.includes(part)).map((part) => `${name} is without ${part}`),
      ...(given === params && type === result
        ? []
        : [`${name} takes ${given} and gives ${type}, described as ${params} and ${result}`]),
      ...wordProblems(`the comment on ${name}`, words, commentOf(node), LAYOUT),
    ];
  });
  return [...problems, ...[...functions.keys()].map((name) => `${name} is not in the description`)];
}
