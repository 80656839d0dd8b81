import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, tokenAuth } from "@vpcep/client";
import * as functions from "@vpcep/client/operations";
import { jsonContent, listOperations, refName, resolve, type Operation } from "../../../scripts/core/document.ts";
import { validators } from "../../../scripts/testing/ajv.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const operations = listOperations(bundle);
const validator = validators(bundle);

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock.stop());

/** Returns the arguments of a call by operationId: the first example of every parameter, required or not. */
function exampleParams({ parameters, requestBody }: Operation): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const { name, examples = {} } of parameters) {
    const example = Object.values(examples)[0];
    params[name] = example && resolve(bundle, example).value;
  }
  const body = Object.values(jsonContent(bundle, requestBody)?.examples ?? {})[0]?.value;
  if (body !== undefined) params["body"] = body;
  return params;
}

describe.each(operations)("$operationId", (operation) => {
  it("is valid, and its response matches the schema", async () => {
    let violations: string | null = "not sent";
    const client = createClient({
      baseUrl: mock.url,
      projectId: "6e9dfd51d1124e8d8498dce894923a0d",
      auth: tokenAuth("token"),
      async fetch(...args) {
        const response = await fetch(...args);
        violations = response.headers.get("sl-violations");
        return response;
      },
    });
    const call = functions[operation.operationId as keyof typeof functions] as unknown as (
      client: unknown,
      params: unknown,
    ) => Promise<unknown>;
    const data = await call(client, exampleParams(operation));
    expect(violations).toBeNull();
    const content = jsonContent(bundle, Object.entries(operation.responses).find(([status]) => status < "300")?.[1]);
    if (!content) return expect(data).toBeUndefined();
    const validate = validator(`/components/schemas/${refName(content.schema)}`);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data).toEqual(Object.values(content.examples)[0]?.value);
  });
});
