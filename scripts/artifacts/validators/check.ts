import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { jsonContent, listOperations, type Json, type OpenApiDocument } from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";
import { validators } from "../../testing/ajv.ts";
import { probesOf } from "../../testing/probes.ts";
import { valueOf } from "../../testing/requests.ts";

interface Validator {
  operationId: string;
  method: string;
  path: string;
  statuses: Record<string, ((value: Json) => boolean) & { errors?: unknown[] }>;
}

/** Compares the verdict of every compiled check with that of Ajv, which interprets the document, on values of both kinds. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const folder = join(root, "packages/client/src/generated/validate");
  const index = (await import(join(folder, "index.ts"))) as { validators: Validator[] };
  const interpret = validators(document, { strict: false, mode: "fast" });
  const operations = listOperations(document);
  const problems = index.validators
    .filter(({ operationId }) => !operations.some((operation) => operation.operationId === operationId))
    .map(({ operationId }) => `${operationId} is not in the document`);
  for (const { operationId, method, path, responses } of operations) {
    const found = index.validators.find((one) => one.operationId === operationId);
    const file = join(folder, `${identifier(operationId)}.ts`);
    if (!found || !existsSync(file) || (await import(file)).default !== found) {
      problems.push(`${operationId} has no check`);
      continue;
    }
    const contents = Object.entries(responses).flatMap(([status, response]) => {
      const { schema } = jsonContent(document, response) ?? {};
      return schema ? [{ status, schema }] : [];
    });
    const described = [method, path, ...contents.map(({ status }) => status)].join(" ");
    const compiled = [found.method, found.path, ...Object.keys(found.statuses)].join(" ");
    if (described !== compiled) problems.push(`${operationId} is ${compiled}, described as ${described}`);
    for (const { status, schema } of contents) {
      const isValid = interpret(schema);
      const drawn = fc.sample(valueOf(document, schema), { seed: 1, numRuns: 20 });
      for (const value of [...drawn, ...probesOf(document, schema).map((probe) => probe.value)]) {
        if (found.statuses[status]?.(value) === isValid(value)) continue;
        problems.push(`${operationId} ${status} ${isValid(value) ? "refuses" : "accepts"} ${JSON.stringify(value)}`);
        break;
      }
    }
  }
  return problems;
}
