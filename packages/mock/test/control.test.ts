import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startMock, type Fault, type Mock } from "../dist/index.js";
import { ask, PROJECT } from "./support/ask.ts";

const description = JSON.parse(
  readFileSync(join(import.meta.dirname, "../src/features/control/control.openapi.json"), "utf8"),
);

let mock: Mock;
let stateless: Mock;
beforeAll(async () => {
  [mock, stateless] = await Promise.all([startMock({ stateful: true }), startMock()]);
});
afterAll(() => Promise.all([mock.stop(), stateless.stop()]));
beforeEach(() => mock.reset());

const ajv = addFormats.default(new Ajv2020({ strict: false }));
ajv.addSchema({ ...description, $id: "control" });

/** Operations and statuses of the description that a response was validated against. */
const covered = new Set<string>();

/** Sends a request to a control route, and validates the response against its description. */
async function send(method: string, target: string, body?: unknown, headers: Record<string, string> = {}, to = mock) {
  const response = await fetch(to.url + target, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : undefined;
  const [path = ""] = target.split("?");
  const operation = description.paths[path]?.[method.toLowerCase()];
  if (operation) {
    const { status } = response;
    const place = ["paths", path.replaceAll("/", "~1"), method.toLowerCase(), "responses", String(status)];
    let described = operation.responses[status];
    let pointer = place.join("/");
    if (described?.$ref) {
      pointer = described.$ref.slice(2);
      described = description.components.responses[described.$ref.split("/").at(-1)];
    }
    expect(described, `${operation.operationId} ${status}`).toBeDefined();
    covered.add(`${operation.operationId} ${status}`);
    if (described.content) {
      const validate = ajv.compile({ $ref: `control#/${pointer}/content/application~1json/schema` });
      expect(validate(json) ? [] : validate.errors, text).toEqual([]);
    } else expect(text).toBe("");
    for (const name of Object.keys(described.headers ?? {})) expect(response.headers.get(name)).toBeTruthy();
  }
  return { status: response.status, body: json, headers: response.headers };
}

const message = async (...args: Parameters<typeof send>) => {
  const { status, body } = await send(...args);
  return [status, body.error.message] as const;
};

const LIST = `/v1/${PROJECT}/vpc-endpoint-services`;
const get = (path = LIST, headers: Record<string, string> = { "X-Auth-Token": "t" }) =>
  send("GET", path, undefined, headers);

describe("control routes", () => {
  it.each<[string, string, string, unknown?]>([
    ["POST", "/__mock/reset?project=mine", "the parameter project is not known; did you mean project_id?"],
    ["POST", "/__mock/reset?project_id=a&project_id=b", "the parameter project_id occurs 2 times; it may occur once"],
    ["DELETE", "/__mock/faults?project_id=", "the parameter project_id must not be empty"],
    ["DELETE", "/__mock/calls?projectid=a", "the parameter projectid is not known; did you mean project_id?"],
    ["DELETE", "/__mock/clock?project_id=a", "the parameter project_id is not known; this route has none"],
    ["GET", "/__mock/state?x=1", "the parameter x is not known"],
    ["GET", "/__mock/faults?x=1", "the parameter x is not known"],
    ["GET", "/__mock/calls?valid=maybe", 'the parameter valid must be true or false, not "maybe"'],
    ["GET", "/__mock/calls?operation=listEndpoint", 'no operation "listEndpoint"; did you mean "listEndpoints"?'],
    ["GET", "/__mock/clock?x=1", "the parameter x is not known"],
    ["PUT", "/__mock/fixture", "the body is not valid: the value must be object"],
    ["POST", "/__mock/faults", "the body is not valid: the value must be object"],
    ["POST", "/__mock/verify", "the body is not valid: the value must be object"],
    ["PUT", "/__mock/clock", "the body is not valid: the value must be object"],
    ["POST", "/__mock/clock", "the body is not valid: the value must be object"],
    ["POST", "/__mock/reset", "takes no body; parameters of the query are project_id", { project_id: "a" }],
    ["POST", "/__mock/verify", "/headers/accept must be string, not 1", { headers: { accept: 1 } }],
    ["POST", "/__mock/verify", "/headers/x-auth-token is not recorded", { headers: { "X-Auth-Token": "t" } }],
    ["POST", "/__mock/verify", "/query/limit must be string,array, not 10", { query: { limit: 10 } }],
    ["POST", "/__mock/verify", "/status must be <= 599, not 2000", { status: 2000, atMost: 0 }],
    ["POST", "/__mock/verify", "/exactly must not be combined", { exactly: 1, atLeast: 1 }],
    ["POST", "/__mock/verify", "/atLeast must be <= /atMost, not 3 with 1", { atLeast: 3, atMost: 1 }],
    ["PUT", "/__mock/clock", "without leap seconds", { now: "2016-12-31T23:59:60Z" }],
    ["POST", "/__mock/faults?project_id=a", '"b" is not that of the query, "a"', { delay: 1, project_id: "b" }],
  ])("refuse %s %s, and change nothing: %s", async (method, target, problem, body) => {
    mock.fail({ status: 500 });
    await ask(mock.url, "deleteEndpoint", { headers: { Prefer: "code=204" } });
    expect(await message(method, target, body)).toEqual([400, expect.stringContaining(problem)]);
    expect((await send("GET", "/__mock/faults")).body.faults).toHaveLength(1);
    expect((await send("GET", "/__mock/calls")).body.calls).toHaveLength(1);
  });

  it("that need a state refuse a mock without one", async () => {
    for (const path of ["/__mock/state", "/__mock/clock"])
      expect(await message("GET", path, undefined, {}, stateless)).toEqual([
        400,
        expect.stringContaining("--stateful"),
      ]);
  });

  it("name the nearest one for an unknown path", async () => {
    expect(await message("GET", "/__mock/call")).toEqual([404, expect.stringContaining("did you mean /__mock/calls?")]);
    expect(await send("GET", "/__mock/openapi.json")).toMatchObject({ status: 200, body: description });
    const document = { title: expect.any(String), version: expect.stringMatching(/^\d+\.\d+\.\d+$/) };
    expect((await send("GET", "/__mock/health")).body).toEqual({ status: "ok", stateful: true, document });
  });
});

describe("the journal", () => {
  beforeEach(async () => {
    await get();
    await get(`${LIST}?limit=x`);
    await get("/v1/other/vpc-endpoints");
    await get("/v1/no/such/path", { "X-Auth-Token": "hidden", "Proxy-Authorization": "hidden", Cookie: "hidden" });
    await ask(mock.url, "createEndpoint", { body: { endpoint_service_id: "s", vpc_id: "v", tags: [] } });
  });

  it.each([
    ["", 5],
    ["operation=listEndpointService", 2],
    ["project_id=other", 1],
    ["valid=false", 2],
    ["operation=listEndpointService&valid=true", 1],
  ])("lists calls with %j", async (query, count) => {
    const { calls } = (await send("GET", `/__mock/calls?${query}`)).body;
    expect(calls).toHaveLength(count);
    expect(JSON.stringify(calls)).not.toMatch(/x-auth-token|hidden/);
  });

  it("forgets the calls of a project, or all", async () => {
    await send("DELETE", "/__mock/calls?project_id=other");
    expect(mock.calls).toHaveLength(4);
    await send("DELETE", "/__mock/calls");
    expect(mock.calls).toEqual([]);
  });

  it.each([
    [{ operation: "createEndpoint", body: { endpoint_service_id: "s", tags: [] } }, 200],
    [{ operation: "createEndpoint", body: { endpoint_service_id: "other" } }, 422],
    [{ operation: "createEndpoint", body: { tags: [{}] } }, 422],
    [{ operation: "createEndpoint", status: 200 }, 422],
    [{ operation: "listEndpointService", exactly: 2 }, 200],
    [{ operation: "listEndpointService", valid: true, exactly: 2 }, 422],
    [{ operation: "listEndpointService", query: { limit: "x" }, atLeast: 1, atMost: 1 }, 200],
    [{ operation: "listEndpoints", project_id: "other", headers: { Accept: "*/*" } }, 200],
    [{ operation: "listEndpoints", project_id: "another" }, 422],
    [{ operation: "deleteEndpoint", atMost: 0 }, 200],
    [{ operation: "deleteEndpoints", atMost: 0 }, 400],
  ])("verifies %j: %i", async (expectation, status) => {
    expect(await send("POST", "/__mock/verify", expectation)).toMatchObject({ status });
  });

  it("names what was called where it is not as expected", async () => {
    expect(await message("POST", "/__mock/verify", { operation: "createEndpoint", exactly: 2 })).toEqual([
      422,
      "Calls of createEndpoint as expected: 1, not exactly 2; of this operation, project and validity: 1. Recorded: " +
        "2 of listEndpointService, 1 of listEndpoints, 1 of no operation, 1 of createEndpoint.",
    ]);
  });

  it("leaves out long bodies", async () => {
    await ask(mock.url, "createEndpoint", { body: { endpoint_service_id: "s", vpc_id: "v", x: "x".repeat(70_000) } });
    expect(mock.calls.at(-1)).toMatchObject({ operationId: "createEndpoint" });
    expect(mock.calls.at(-1)).not.toHaveProperty("body");
  });
});

describe("an injected fault", () => {
  it.each<[Fault, object]>([
    [
      { status: 503, retryAfter: 3 },
      { status: 503, body: { error: {} } },
    ],
    [{ status: 418 }, { status: 418, body: { error_code: "APIGW.0201" } }],
    [
      { status: 400, code: "EndPoint.2015", message: "frozen" },
      { body: { error: { code: "EndPoint.2015", message: "frozen" } } },
    ],
    [
      { status: 502, body: [1] },
      { status: 502, body: [1] },
    ],
  ])("%j is the response to the next valid request, and to no other", async (fault, expected) => {
    await send("POST", "/__mock/faults", fault);
    expect((await get(`${LIST}?limit=x`)).status).toBe(400);
    expect((await get(LIST, {})).status).toBe(401);
    expect((await get(LIST, { "X-Auth-Token": "t", Prefer: "code=404" })).status).toBe(404);
    expect((await get("/v1/no/such/path")).status).toBe(404);
    const response = await get();
    expect(response).toMatchObject(expected);
    expect(response.headers.get("retry-after")).toBe(fault.retryAfter === undefined ? null : String(fault.retryAfter));
    expect(mock.calls.at(-1)?.invalid).toEqual([]);
    expect((await get()).status).toBe(200);
  });

  it("applies to its operation and project only, the given number of times", async () => {
    await send("POST", "/__mock/faults?project_id=a", { status: 500, operation: "listEndpointService", times: 2 });
    const statuses = async () =>
      Promise.all(
        [`/v1/a/vpc-endpoints`, LIST, `/v1/a/vpc-endpoint-services`].map(async (path) => (await get(path)).status),
      );
    expect([await statuses(), await statuses(), await statuses()]).toEqual([
      [200, 200, 500],
      [200, 200, 500],
      [200, 200, 200],
    ]);
  });

  it("with a probability is met by a share of the requests", async () => {
    mock.fail({ status: 500, probability: 0.5, times: 1000 });
    const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await get()).status));
    // Of 60 fair throws, 10 or fewer, or 50 or more, are less likely than one in a million.
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(10);
  });

  it("delays the response or its body", async () => {
    const milliseconds = async (fault: Fault) => {
      mock.fail(fault);
      const start = performance.now();
      expect((await get()).status).toBe(200);
      return performance.now() - start;
    };
    expect(await milliseconds({ delay: 60 })).toBeGreaterThan(50);
    expect(await milliseconds({ delay: { min: 60, max: 70 } })).toBeGreaterThan(50);
    expect(await milliseconds({ bodyDelay: 60 })).toBeGreaterThan(50);
  });

  it.each<[Fault["connection"], string, number]>([
    ["reset", "socket hang up|ECONNRESET", 3],
    ["cut", "aborted", 2],
  ])("can %s the connection", async (connection, problem, endpoints) => {
    mock.fail({ connection: connection as "cut" });
    const error = await new Promise<Error>((resolve, reject) => {
      const outgoing = request(`${mock.url}/v1/${PROJECT}/vpc-endpoints?limit=3`, { headers: { "X-Auth-Token": "t" } });
      outgoing
        .on("error", resolve)
        .on("response", (response) => response.on("error", resolve).on("end", reject).resume());
      outgoing.end();
    });
    expect(error.message).toMatch(new RegExp(problem));
    mock.fail({ connection: connection as "cut", operation: "deleteEndpoint" });
    const path = { vpc_endpoint_id: "530d6f2f-d115-4df2-8c36-32d19f3c0bbc" };
    await ask(mock.url, "deleteEndpoint", { path }).catch(() => undefined);
    expect((await ask(mock.url, "listEndpoints")).body.total_count).toBe(endpoints);
  });

  it.each([
    [{}, "must have one of status, delay, bodyDelay, connection"],
    [{ stauts: 500 }, "/stauts is not known; did you mean status?"],
    [{ status: 200 }, "/status must be >= 400, not 200"],
    [{ delay: 1, code: "x" }, "must have property status when property code is present"],
    [{ status: 500, operation: "listEndpoint" }, 'there is no operation "listEndpoint"; did you mean "listEndpoints"?'],
    [{ delay: { min: 1 } }, "/delay must have required property 'max'"],
    [{ delay: { min: 2, max: 1 } }, "/delay/min must be <= /delay/max, not 2 with 1"],
    [{ status: 500, code: "x", body: {} }, "it must have one of code, body, not both"],
    [{ connection: "drop" }, '/connection must be equal to one of the allowed values: reset, cut, not "drop"'],
  ])("cannot be %j", async (fault, problem) => {
    expect(await message("POST", "/__mock/faults", fault)).toEqual([400, expect.stringContaining(problem)]);
    expect(() => mock.fail(fault as Fault)).toThrow(problem);
  });

  it("can be removed, of one project or of all", async () => {
    for (const project of ["a", "b"]) await send("POST", `/__mock/faults?project_id=${project}`, { status: 500 });
    await send("DELETE", "/__mock/faults?project_id=a");
    expect((await send("GET", "/__mock/faults")).body.faults).toEqual([{ project_id: "b", status: 500, times: 1 }]);
    await send("DELETE", "/__mock/faults");
    expect((await send("GET", "/__mock/faults")).body.faults).toEqual([]);
  });
});

describe("the clock", () => {
  it("can be set, stopped, advanced and reset", async () => {
    const times = [
      (await send("PUT", "/__mock/clock", { now: "2030-01-01T00:00:00Z", stopped: true })).body,
      (await send("POST", "/__mock/clock", { seconds: 1.5 })).body,
      (await send("GET", "/__mock/clock")).body,
    ];
    const { body } = await ask(mock.url, "createEndpointService", { body: newService });
    expect([body.created_at, ...times.map(({ now }) => now)]).toEqual([
      "2030-01-01T00:00:01Z",
      "2030-01-01T00:00:00.000Z",
      "2030-01-01T00:00:01.500Z",
      "2030-01-01T00:00:01.500Z",
    ]);
    expect((await send("PUT", "/__mock/clock", { now: "2030-01-01T00:00:00Z" })).body.stopped).toBe(false);
    expect((await send("DELETE", "/__mock/clock")).status).toBe(204);
    expect(Math.abs(Date.parse((await send("GET", "/__mock/clock")).body.now) - Date.now())).toBeLessThan(60_000);
  });
});

const newService = { port_id: "4189d3c2-8882-4871-a3c2-000000000001", vpc_id: "v", server_type: "VM", ports: [] };

describe("IAM", () => {
  const identity = {
    methods: ["password"],
    password: { user: { name: "me", password: "secret", domain: { name: "d" } } },
  };

  it("returns a token, and the project of the examples under any name", async () => {
    const { body } = await send("POST", "/v3/auth/tokens", {
      auth: { identity, scope: { project: { name: "eu-west-101" } } },
    });
    expect(body.token).toMatchObject({
      methods: ["password"],
      user: { name: "me" },
      project: { id: PROJECT, name: "eu-west-101" },
    });
    expect(JSON.stringify([body, mock.calls])).not.toContain("secret");
    const { projects } = (await get("/v3/projects?name=eu-west-101")).body;
    expect(projects).toMatchObject([{ id: PROJECT, name: "eu-west-101" }]);
  });

  it("refuses what IAM refuses, in its form", async () => {
    expect(await send("POST", "/v3/auth/tokens", { auth: {} })).toMatchObject({
      status: 400,
      body: { error: { code: 400 } },
    });
    expect(await send("GET", "/v3/projects")).toMatchObject({ status: 401, body: { error: { code: 401 } } });
  });
});

it("every route of the description is there, with each of its responses", async () => {
  expect((await send("POST", "/__mock/reset")).status).toBe(204);
  expect((await send("PUT", "/__mock/fixture", {})).status).toBe(204);
  expect((await send("GET", "/__mock/state")).status).toBe(200);
  const described = Object.values<Record<string, { operationId: string; responses: object }>>(description.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, responses }) => Object.keys(responses).map((status) => `${operationId} ${status}`));
  const missing = described.filter((response) => !covered.has(response));
  expect(missing).toEqual([]);
});
