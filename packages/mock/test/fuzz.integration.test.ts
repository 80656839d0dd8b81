import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, tokenAuth } from "@vpcep/client";
import * as functions from "@vpcep/client/operations";
import type { Probe } from "../../../scripts/testing/probes.ts";
import { jsonContent, listOperations, refName, type Operation } from "../../../scripts/core/document.ts";
import { validators } from "../../../scripts/testing/ajv.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send, type Received } from "../../../scripts/testing/http.ts";
import {
  bodyProbes,
  flaws,
  key,
  parameterProbes,
  validParts,
  write,
  type RequestParts,
  type WireRequest,
} from "../../../scripts/testing/requests.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { startMock, type Call, type Mock } from "../dist/index.js";

// `FUZZ_SEED` and `FUZZ_RUNS` repeat a failure or dig deeper; a failure prints its seed and the smallest request that shows it.
const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 3);

const operations = listOperations(bundle);
const validator = validators(bundle);

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock.stop());

const ask = ({ method, target, headers, body }: WireRequest): Promise<Received> =>
  send(mock.url + target, method, headers, body);

/** Returns the fault of the response to a valid request, if it has one. */
function wrongWithSuccess(operation: Operation, response: Received): string | undefined {
  const success = Object.entries(operation.responses).find(([status]) => status < "300");
  if (String(response.status) !== success?.[0])
    return `status ${response.status}: ${response.body} ${response.headers["sl-violations"] ?? ""}`;
  const content = jsonContent(bundle, success[1]);
  if (!content) return response.body ? `a body where none is described: ${response.body}` : undefined;
  const validate = validator(`/components/schemas/${refName(content.schema)}`);
  return validate(JSON.parse(response.body)) ? undefined : `body: ${JSON.stringify(validate.errors)}`;
}

/** Returns the fault of the response to an invalid request, which must name the invalid part. */
function wrongWithRefusal(operation: Operation, response: Received, names: string): string | undefined {
  if (response.status < 400 || response.status > 499 || !operation.responses[response.status])
    return `status ${response.status}: ${response.body}`;
  const problem = wrongWithError(response);
  if (problem) return problem;
  const said = `${response.body} ${response.headers["sl-violations"] ?? ""}`;
  return said.toLowerCase().includes(names.toLowerCase()) ? undefined : `does not name ${names}: ${said}`;
}

/** Returns the fault in the form of an error, which is that of the service or of the gateway in front of it. */
function wrongWithError({ body: text }: Received): string | undefined {
  const body = JSON.parse(text) as {
    error?: { code?: unknown; message?: unknown };
    error_code?: unknown;
    error_msg?: unknown;
  };
  const [code, message] = body.error ? [body.error.code, body.error.message] : [body.error_code, body.error_msg];
  return typeof code === "string" && typeof message === "string" ? undefined : `not in a documented form: ${text}`;
}

/** One valid request, to put one thing wrong into. */
const validSample = (operation: Operation): RequestParts =>
  fc.sample(validParts(bundle, operation), { seed: SEED, numRuns: 1 })[0] as RequestParts;

describe.each(operations)("$operationId", (operation) => {
  it("responds to any valid request as described", async () => {
    await fc.assert(
      fc.asyncProperty(validParts(bundle, operation), async (parts) => {
        expect(wrongWithSuccess(operation, await ask(write(bundle, operation, parts)))).toBeUndefined();
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("rejects any request with one invalid part, and names the part", async () => {
    for (const { name, names, apply } of flaws(bundle, operation)) {
      await fc.assert(
        fc.asyncProperty(validParts(bundle, operation), async (parts) => {
          expect(wrongWithRefusal(operation, await ask(apply(parts)), names), name).toBeUndefined();
        }),
        { seed: SEED, numRuns: Math.ceil(RUNS / 5) },
      );
    }
  });

  const parts = validSample(operation);
  const probes = [
    ...parameterProbes(bundle, operation).map(({ parameter, ...probe }) => ({
      ...probe,
      names: parameter.name,
      parts: { ...parts, parameters: { ...parts.parameters, [key(parameter)]: probe.value } },
    })),
    ...bodyProbes(bundle, operation).map((probe) => ({
      ...probe,
      names: memberOf(probe),
      parts: { ...parts, body: probe.value },
    })),
  ];

  it("accepts every value at a bound of its schema", async () => {
    for (const { about, parts } of probes.filter(({ isValid }) => isValid)) {
      expect(wrongWithSuccess(operation, await ask(write(bundle, operation, parts))), about).toBeUndefined();
    }
  });

  it("refuses every value beyond it, and names its member", async () => {
    for (const { about, parts, names } of probes.filter(({ isValid }) => !isValid)) {
      expect(wrongWithRefusal(operation, await ask(write(bundle, operation, parts)), names), about).toBeUndefined();
    }
  });
});

/** The member of a body that a probe is about; the body where it is about the whole. */
function memberOf({ about }: Probe): string {
  const [place = "", keyword, name] = about.split(" ");
  return (
    (keyword === "required" && name) ||
    place
      .split("/")
      .filter((segment) => !/^(\d+|\*)?$/.test(segment))
      .at(-1) ||
    "body"
  );
}

describe("what no client should send", () => {
  const path = operations.find(
    ({ method, parameters }) => method === "GET" && parameters.filter(({ in: place }) => place === "path").length > 1,
  ) as Operation;
  const post = operations.find(({ method, requestBody }) => method === "POST" && requestBody) as Operation;
  const big = (length: number) => "x".repeat(length);

  const hostile = [
    "..",
    ".",
    "../../etc/passwd",
    "..%2f..%2f",
    "%2e%2e",
    "%252e",
    "%00",
    "a%00b",
    "%ff",
    "%",
    "%zz",
    "a/b",
    "a%2Fb",
    "a?b",
    "a%3Fb%23c",
    "*",
    "'",
    "%22%3E%3Cscript%3E",
    "{project_id}",
    ";a=1",
    "%0d%0aX: 1",
    "%F0%9F%98%80",
    "constructor",
    "__proto__",
    "toString",
    "${7*7}",
    big(64),
    big(65),
    big(9000),
  ];
  it.each(hostile)("gets a documented response as the value of a path parameter: %s", async (value) => {
    const parts = validSample(path);
    for (const { name } of path.parameters.filter(({ in: place }) => place === "path")) {
      const request = write(bundle, { ...path, path: path.path.replace(`{${name}}`, () => value) }, parts);
      const response = await ask(request);
      const problem =
        response.status < 300
          ? wrongWithSuccess(path, response)
          : response.status < 500
            ? wrongWithError(response)
            : `status ${response.status}`;
      expect(problem, request.target).toBeUndefined();
    }
  });

  it.each([
    ["a body of 13 MB", 413, (request: WireRequest) => ({ ...request, body: JSON.stringify(big(13 * 2 ** 20)) })],
    [
      "a body that nests 10,000 deep",
      400,
      (request: WireRequest) => ({ ...request, body: "[".repeat(10_000) + "]".repeat(10_000) }),
    ],
    [
      "a header of 70 kB",
      494,
      (request: WireRequest) => ({ ...request, headers: { ...request.headers, "X-Other": big(70_000) } }),
    ],
    [
      "a thousand headers of 100 bytes",
      494,
      (request: WireRequest) => ({
        ...request,
        headers: {
          ...request.headers,
          ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`X-${index}`, big(100)])),
        },
      }),
    ],
    ["a query of 9 kB", 414, (request: WireRequest) => ({ ...request, target: `${request.target}?x=${big(9000)}` })],
    ["a body that is no UTF-8", 400, (request: WireRequest) => ({ ...request, body: "\ufffd{" })],
  ])("is refused by the gateway or the service: %s", async (_, status, change) => {
    const request = write(bundle, post, validSample(post));
    const response = await ask(change(request));
    expect([response.status, wrongWithError(response)]).toEqual([status, undefined]);
    expect(wrongWithSuccess(post, await ask(request))).toBeUndefined();
  });

  it("is passed over where it does no harm: headers, members and parameters of other names, and a token as long as real ones", async () => {
    const parts = validSample(post);
    const request = write(bundle, post, { ...parts, body: { ...(parts.body as object), "added later": [{}] } });
    const headers = { ...request.headers, "X-Auth-Token": big(30_000), "X-Other": big(8000) };
    expect(
      wrongWithSuccess(post, await ask({ ...request, target: `${request.target}?added=1&added=2`, headers })),
    ).toBeUndefined();
  });
});

describe("a mock with a memory", () => {
  let stateful: MockProcess;
  beforeAll(async () => {
    stateful = await startMockProcess(["--port", "0", "--stateful"]);
  });
  afterAll(() => stateful.stop());

  it("responds as described to any requests in any order", async () => {
    const requests = fc.oneof(
      ...operations.map((operation) =>
        validParts(bundle, operation).map((parts) => ({ operation, request: write(bundle, operation, parts) })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(requests, async ({ operation, request: { method, target, headers, body } }) => {
        const response = await send(stateful.url + target, method, headers, body);
        const isSuccess = response.status < 300;
        expect(
          isSuccess || (response.status < 500 && operation.responses[response.status]),
          `${method} ${target}: ${response.status} ${response.body}`,
        ).toBeTruthy();
        expect(isSuccess ? wrongWithSuccess(operation, response) : wrongWithError(response)).toBeUndefined();
      }),
      { seed: SEED, numRuns: RUNS * 50 },
    );
  });
});

describe("what the client makes of a valid request", () => {
  let inside: Mock;
  beforeAll(async () => {
    inside = await startMock();
  });
  afterAll(() => inside.stop());

  it.each(operations)("reaches the mock unchanged: $operationId", async (operation) => {
    const call = functions[operation.operationId as keyof typeof functions] as unknown as (
      client: unknown,
      params: unknown,
    ) => Promise<unknown>;
    const client = createClient({ baseUrl: inside.url, projectId: "p", auth: tokenAuth("t") });
    await fc.assert(
      fc.asyncProperty(validParts(bundle, operation), async ({ parameters, body }) => {
        const named = Object.entries(parameters).filter(([, value]) => value !== undefined);
        await call(client, {
          ...Object.fromEntries(named.map(([name, value]) => [name.replace(/^\w+ /, ""), value])),
          ...(body !== undefined && { body }),
        });
        const { operationId, path, query, body: seen, violations } = inside.calls.at(-1) as Call;
        const [inPath, inQuery] = ["path ", "query "].map((place) =>
          named
            .filter(([name]) => name.startsWith(place))
            .map(([name, value]) => [name.slice(place.length), String(value)]),
        );
        const wanted = (inPath ?? []).reduce(
          (text, [name, value]) => text.replace(`{${name}}`, () => encodeURIComponent(value ?? "")),
          operation.path,
        );
        expect({ operationId, query, violations }).toEqual({
          operationId: operation.operationId,
          query: Object.fromEntries(inQuery ?? []),
          violations: [],
        });
        expect(decodeURIComponent(path)).toBe(decodeURIComponent(wanted));
        expect(seen).toEqual(body);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("any address at all", () => {
  const segment = fc.oneof(
    fc.constantFrom(
      "v1",
      "v2",
      "vpc-endpoints",
      "vpc-endpoint-services",
      "describe",
      "",
      ".",
      "..",
      "%2F",
      "%00",
      "%2e%2e",
      "a,b",
      ";x=1",
      "*",
    ),
    fc
      .string({ maxLength: 12 })
      .filter((text) => text.isWellFormed())
      .map(encodeURIComponent),
  );
  const method = fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");

  it("gets a response that is not a failure of the mock", async () => {
    await fc.assert(
      fc.asyncProperty(
        method,
        fc.array(segment, { maxLength: 7 }),
        fc.string({ maxLength: 10 }),
        async (verb, segments, header) => {
          const headers = { "X-Auth-Token": "t", Accept: header.replace(/[^\x20-\x7e]/g, "") };
          const { status } = await send(`${mock.url}/${segments.join("/")}`, verb, headers);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { seed: SEED, numRuns: RUNS * 30 },
    );
  });
});

describe("the measure itself", () => {
  const operation = operations.find(({ requestBody }) => requestBody?.required) as Operation;
  const response = (status: number, body: unknown): Received => ({ status, headers: {}, body: JSON.stringify(body) });

  it.each([
    ["a failure of the mock", response(500, { error: { code: "a", message: "b" } })],
    ["a status that is not described", response(422, { error: { code: "a", message: "b" } })],
    ["success", response(200, {})],
    ["an error in another form", response(400, { title: "Bad Request" })],
    ["an error that names something else", response(400, { error: { code: "a", message: "id is wrong" } })],
  ])("does not take %s for a refusal", (_, given) => {
    expect(wrongWithRefusal(operation, given, "limit")).toBeTypeOf("string");
    expect(
      wrongWithRefusal(operation, response(400, { error: { code: "a", message: "limit is wrong" } }), "limit"),
    ).toBeUndefined();
  });

  it.each([
    ["an error response", response(400, {})],
    ["a body that violates its schema", response(200, { id: 7 })],
  ])("does not take %s for success", (_, given) => {
    expect(wrongWithSuccess(operation, given)).toBeTypeOf("string");
  });
});
