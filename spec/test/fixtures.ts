import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { jsonContent, listOperations, type Json } from "../../scripts/core/document.ts";
import { validators } from "../../scripts/testing/ajv.ts";
import { bundle, readFile } from "../../scripts/testing/bundle.ts";
import { ROOT } from "../../scripts/core/artifact.ts";

/** A body that a program sent or received, and the verdict of the spec on it. The file is named after the operation. */
export interface Fixture {
  operationId: string;
  kind: "request" | "response" | "error";
  source: string | string[];
  verdict: "valid" | "unknown value" | "refused";
  /** Decision behind a verdict other than "valid". */
  reason?: string;
  /** Errors of the body, as a JSON pointer into it and a message. */
  errors?: string[];
  body: Json;
}

export const fixtures = globSync("spec/test/fixtures/*.yaml", { cwd: ROOT })
  .sort()
  .flatMap((file) => {
    const list = parse(readFile(join(file))) as Omit<Fixture, "operationId">[];
    return list.map((fixture): Fixture => ({ operationId: basename(file, ".yaml"), ...fixture }));
  });

const operations = new Map(listOperations(bundle).map((operation) => [operation.operationId, operation]));
const validator = validators(bundle);

/** Returns the JSON pointer of the schema for the body of a fixture. */
function schemaOf({ operationId, kind }: Fixture): string {
  if (kind === "error") return "/components/schemas/ErrorResponse";
  const operation = operations.get(operationId);
  const success = Object.entries(operation?.responses ?? {}).find(([status]) => status < "300")?.[1];
  const content = jsonContent(bundle, kind === "request" ? operation?.requestBody : success);
  if (!content?.schema?.$ref) throw new Error(`${operationId} has no ${kind} body`);
  return content.schema.$ref.slice(1);
}

/** Returns the verdict of the spec on a fixture: a response with enum errors alone has an unknown value. */
export function judge(fixture: Fixture): { verdict: Fixture["verdict"]; errors: string[] } {
  const validate = validator(schemaOf(fixture));
  if (validate(fixture.body)) return { verdict: "valid", errors: [] };
  const errors = validate.errors ?? [];
  const unknown = fixture.kind !== "request" && errors.every(({ keyword }) => keyword === "enum");
  return {
    verdict: unknown ? "unknown value" : "refused",
    errors: errors.map(({ instancePath, message }) => `${instancePath} ${message}`),
  };
}
