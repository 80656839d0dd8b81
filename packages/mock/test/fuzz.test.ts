import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonContent, listOperations, refName, type Operation } from "../../../scripts/lib/document.ts";
import { validators } from "../../../scripts/testing/ajv.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send, type Answer } from "../../../scripts/testing/http.ts";
import { flaws, validParts, write, type WireRequest } from "../../../scripts/testing/requests.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

// `FUZZ_SEED` and `FUZZ_RUNS` repeat a failure or dig deeper; a failure prints its seed and the smallest request that shows it.
const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 10);

const operations = listOperations(bundle);
const validator = validators(bundle);

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock.stop());

const ask = ({ method, target, headers, body }: WireRequest): Promise<Answer> => send(mock.url + target, method, headers, body);

/** What is wrong with the answer to a valid request. */
function wrongWithSuccess(operation: Operation, answer: Answer): string | undefined {
  const success = Object.entries(operation.responses).find(([status]) => status < "300");
  if (String(answer.status) !== success?.[0]) return `status ${answer.status}: ${answer.body} ${answer.headers["sl-violations"] ?? ""}`;
  const content = jsonContent(bundle, success[1]);
  if (!content) return answer.body ? `a body where none is described: ${answer.body}` : undefined;
  const validate = validator(`/components/schemas/${refName(content.schema)}`);
  return validate(JSON.parse(answer.body)) ? undefined : `body: ${JSON.stringify(validate.errors)}`;
}

/** What is wrong with the answer to an invalid request. */
function wrongWithRefusal(operation: Operation, answer: Answer): string | undefined {
  if (answer.status < 400 || answer.status > 499 || !operation.responses[answer.status]) return `status ${answer.status}: ${answer.body}`;
  const body = JSON.parse(answer.body) as { error?: { code?: unknown; message?: unknown }; error_code?: unknown; error_msg?: unknown };
  const [code, message] = body.error ? [body.error.code, body.error.message] : [body.error_code, body.error_msg];
  return typeof code === "string" && typeof message === "string" ? undefined : `not in a documented form: ${answer.body}`;
}

describe.each(operations)("$operationId", (operation) => {
  it("answers any valid request as described", async () => {
    await fc.assert(
      fc.asyncProperty(validParts(bundle, operation), async (parts) => {
        expect(wrongWithSuccess(operation, await ask(write(bundle, operation, parts)))).toBeUndefined();
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it.each(flaws(bundle, operation))("refuses $name", async ({ apply }) => {
    await fc.assert(
      fc.asyncProperty(validParts(bundle, operation), async (parts) => {
        expect(wrongWithRefusal(operation, await ask(apply(parts)))).toBeUndefined();
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe("any address at all", () => {
  const segment = fc.oneof(
    fc.constantFrom("v1", "v2", "vpc-endpoints", "vpc-endpoint-services", "describe", "", ".", "..", "%2F", "%00", "%2e%2e", "a,b", ";x=1", "*"),
    fc.string({ maxLength: 12 }).filter((text) => text.isWellFormed()).map(encodeURIComponent),
  );
  const method = fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");

  it("gets an answer that is no failure of the mock", async () => {
    await fc.assert(
      fc.asyncProperty(method, fc.array(segment, { maxLength: 7 }), fc.string({ maxLength: 10 }), async (verb, segments, header) => {
        const headers = { "X-Auth-Token": "t", Accept: header.replace(/[^\x20-\x7e]/g, "") };
        const { status } = await send(`${mock.url}/${segments.join("/")}`, verb, headers);
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
      }),
      { seed: SEED, numRuns: RUNS * 30 },
    );
  });
});

describe("the measure itself", () => {
  const operation = operations.find(({ requestBody }) => requestBody?.required) as Operation;
  const answer = (status: number, body: unknown): Answer => ({ status, headers: {}, body: JSON.stringify(body) });

  it.each([
    ["a failure of the mock", answer(500, { error: { code: "a", message: "b" } })],
    ["a status that is not described", answer(422, { error: { code: "a", message: "b" } })],
    ["success", answer(200, {})],
    ["an error in another form", answer(400, { title: "Bad Request" })],
  ])("does not take %s for a refusal", (_, given) => {
    expect(wrongWithRefusal(operation, given)).toBeTypeOf("string");
  });

  it.each([
    ["a refusal", answer(400, {})],
    ["a body that its schema refuses", answer(200, { id: 7 })],
  ])("does not take %s for success", (_, given) => {
    expect(wrongWithSuccess(operation, given)).toBeTypeOf("string");
  });
});
