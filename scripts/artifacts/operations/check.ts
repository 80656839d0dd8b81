import { join } from "node:path";
import fc from "fast-check";
import { listOperations, type Json, type OpenApiDocument, type Operation } from "../../core/document.ts";
import { identifier, pascalCase } from "../../core/typescript.ts";
import { loadClient, type Functions } from "../../testing/client.ts";
import { validParts, write, type RequestParts } from "../../testing/requests.ts";
import { differentTypes, type TypePairs } from "../../testing/same-types.ts";

const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 20);

/** Calls every function with drawn requests, compares what is sent with the document, and compares the types. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const { operations: functions, recording } = await loadClient(root);
  const operations = listOperations(document);
  const described = operations.map(({ operationId }) => identifier(operationId));
  const problems = Object.keys(functions)
    .filter((name) => !["withResponse", "paginate", "waitFor", ...described].includes(name))
    .map((name) => `${name} is not in the document`);
  for (const operation of operations) {
    const call = functions[identifier(operation.operationId)];
    const sent = call ? await differentRequest(document, operation, call, recording) : "has no function";
    if (sent) problems.push(`${operation.operationId} ${sent}`);
  }
  const imports = `import type * as ours from ${JSON.stringify(join(root, "packages/client/src/generated/operations.ts"))};`;
  return [...problems, ...(await differentTypes(document, imports, Object.assign({}, ...operations.map(pairsOf))))];
}

/** Returns the first difference between a drawn request and the request that the document describes for the same values. */
async function differentRequest(
  document: OpenApiDocument,
  operation: Operation,
  call: Functions[string],
  recording: Awaited<ReturnType<typeof loadClient>>["recording"],
): Promise<string | undefined> {
  const property = fc.asyncProperty(validParts(document, operation), async (parts) => {
    const { client, sent } = recording();
    await call(client, asParams(operation, parts));
    const [request, wanted] = [sent[0], write(document, operation, parts)];
    const url = new URL(wanted.target, "http://localhost");
    const found = new URL(`${request?.url}`);
    const headers = operation.parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
    const differ = (part: string, left: unknown, right: unknown) => {
      if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error(`sends ${part} ${left}, not ${right}`);
    };
    differ("method", request?.method, wanted.method);
    differ("path", found.pathname, url.pathname);
    differ("query", [...found.searchParams].sort(), [...url.searchParams].sort());
    // The boundary of a multipart body is random.
    if (wanted.headers["Content-Type"]?.startsWith("multipart/")) return;
    differ("body", await request?.text(), wanted.body ?? "");
    for (const name of ["Content-Type", ...headers]) {
      differ(name, request?.headers.get(name), new Headers(wanted.headers).get(name));
    }
  });
  const { failed, errorInstance } = await fc.check(property, { seed: SEED, numRuns: RUNS });
  return failed ? (errorInstance as Error).message : undefined;
}

/** Returns the parameters of a call: each by its name, or with its place in front where the name is taken. */
function asParams(operation: Operation, { parameters, body }: RequestParts): Record<string, Json> {
  const values = fieldsOf(operation).map(({ field, place, name }) => [field, parameters[`${place} ${name}`]]);
  return { ...Object.fromEntries(values), ...(body !== undefined && { body }) };
}

function fieldsOf({ parameters }: Operation) {
  const taken = new Set(["body"]);
  return ["path", "query", "header"].flatMap((place) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, "x-client-option": option }) => {
        const field = taken.has(name) ? `${place}_${name}` : name;
        taken.add(field);
        return { field, place, name, isOptional: !required || option !== undefined };
      }),
  );
}

function pairsOf(operation: Operation): TypePairs {
  const { operationId, requestBody, responses } = operation;
  const name = pascalCase(operationId);
  const members = fieldsOf(operation).map(({ field, place, name: own, isOptional }) => {
    const group = `NonNullable<others.${name}Data["${place === "header" ? "headers" : place}"]>`;
    return `${JSON.stringify(field)}${isOptional ? "?" : ""}: ${group}[${JSON.stringify(own)}]`;
  });
  const sent = Object.keys(requestBody?.content ?? {})[0];
  if (sent) {
    const own = `NonNullable<others.${name}Data["body"]>`;
    members.push(
      `body${requestBody?.required ? "" : "?"}: ${/json|form/.test(sent) ? own : sent.startsWith("text/") ? "string" : "BodyInit"}`,
    );
  }
  const isSuccess = (status: string) => status.startsWith("2");
  const isThere = Object.keys(responses).some(isSuccess);
  const bodies = Object.entries(responses)
    .filter(([status]) => (isThere ? isSuccess(status) : status === "default"))
    .map(([status, { content }]) => {
      if (!content) return "undefined";
      if (Object.keys(content).some((media) => media.includes("json"))) {
        return `others.${name}${isThere ? "Responses" : "Errors"}[${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`;
      }
      return Object.keys(content)[0]?.startsWith("text/") ? "string" : "Blob";
    });
  return {
    [`parameters of ${operationId}`]: [`ours.${name}Params`, `{ ${members.join("; ")} }`],
    [`data of ${operationId}`]: [`ours.${name}Data`, bodies.join(" | ") || "undefined"],
  };
}
