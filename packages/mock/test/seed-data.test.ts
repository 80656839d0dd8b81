import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startMock, type Mock, type MockOptions } from "../dist/index.js";
import { ask, PROJECT, type Asked } from "./support/ask.ts";

const ACCEPTED = "530d6f2f-d115-4df2-8c36-32d19f3c0bbc";
const port = (number: number) => `4189d3c2-8882-4871-a3c2-${String(number).padStart(12, "0")}`;
const newService = { port_id: port(1), vpc_id: "v", server_type: "VM", ports: [{ client_port: 80, server_port: 80 }] };
const endpoint = { path: { vpc_endpoint_id: ACCEPTED } };

const folder = mkdtempSync(join(tmpdir(), "vpcep-mock-"));
const mocks: Mock[] = [];
afterAll(async () => {
  await Promise.all(mocks.map((mock) => mock.stop()));
  rmSync(folder, { recursive: true });
});

async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ stateful: true, ...options });
  mocks.push(mock);
  return mock;
}

const control = async (mock: Mock, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${mock.url}/__mock/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() };
};

/** Numbers of endpoint services and endpoints of a project. */
const counts = async ({ url }: Mock, project = PROJECT) => {
  const asked: Asked = { path: { project_id: project } };
  return [
    (await ask(url, "listEndpointService", asked)).body.total_count,
    (await ask(url, "listEndpoints", asked)).body.total_count,
  ];
};

describe("transitions", () => {
  it.each([
    ["immediate", ["creating", "available", "available", "available", "gone", "gone", "gone"]],
    ["2reads", ["creating", "creating", "creating", "available", "deleting", "deleting", "gone"]],
    ["1.5s", ["creating", "creating", "available", "available", "deleting", "deleting", "gone"]],
  ])("last as long as --transitions sets: %s", async (transitions, expected) => {
    let now = Date.UTC(2026, 0, 1);
    const { url } = await start({ transitions, empty: true, clock: () => now });
    const { id, status } = (await ask(url, "createEndpointService", { body: newService })).body;
    const states = [status];
    for (let step = 0; step < 6; step += 1) {
      now += 1000;
      const path = { vpc_endpoint_service_id: id };
      if (step === 3) await ask(url, "deleteEndpointService", { path });
      const { status: code, body } = await ask(url, "listServiceDetails", { path });
      states.push(code === 404 ? "gone" : body.status);
    }
    expect(states).toEqual(expected);
  });
});

describe("seed data", () => {
  it.each<[string, MockOptions, string, number[]]>([
    ["of the examples", {}, "p", [2, 3]],
    ["that are empty", { empty: true }, "p", [0, 0]],
    ["of IDs alone", { fixture: { endpoint_services: [{ id: "s" }], endpoints: [{ id: "e" }] } }, "p", [1, 1]],
    ["of one project", { fixture: { projects: { p: { endpoints: [] } } } }, "p", [0, 0]],
    ["of another project", { fixture: { projects: { other: {} } } }, "p", [2, 3]],
    ["of a project named as a member of objects", { fixture: { projects: {} } }, "__proto__", [2, 3]],
  ])("%s are the state of a project at the start", async (_, options, project, expected) => {
    expect(await counts(await start(options), project)).toEqual(expected);
  });

  it("can be replaced for one project or for all, and come back with a reset", async () => {
    const mock = await start();
    const seen: unknown[] = [];
    const load = async (path: string, fixture: object) => seen.push((await control(mock, "PUT", path, fixture)).status);
    await ask(mock.url, "deleteEndpoint", endpoint);
    await load("fixture?project_id=a", { endpoint_services: [{ id: "s" }] });
    await ask(mock.url, "createEndpointService", { path: { project_id: "a" }, body: newService });
    seen.push(await counts(mock, "a"), await counts(mock, "b"), await counts(mock));
    await control(mock, "POST", "reset?project_id=a");
    seen.push(await counts(mock, "a"), await counts(mock));
    await control(mock, "POST", "reset");
    seen.push(await counts(mock));
    mock.load({ endpoints: [] });
    seen.push(await counts(mock, "a"));
    expect(seen).toEqual([204, [2, 0], [2, 3], [2, 2], [1, 0], [2, 2], [2, 3], [0, 0]]);
    expect(() => mock.load({ projects: { a: {} } }, "b")).toThrow('must have it only in /projects, not ["a"]');
  });

  it.each(["", `?project_id=${PROJECT}`])("can be the state of another mock: %j", async (query) => {
    const [mock, other] = [await start(), await start()];
    await ask(mock.url, "createEndpointService", { body: { ...newService, unknown: 1 } });
    await ask(mock.url, "deleteEndpoint", endpoint);
    const { body } = await control(mock, "GET", `state${query}`);
    expect((await control(other, "PUT", `fixture${query}`, body as object)).status).toBe(204);
    expect((await control(other, "GET", `state?project_id=${PROJECT}`)).body).toEqual(body);
  });

  it.each([
    [[], "the value must be object"],
    [{ endpoint_service: [] }, "/endpoint_service is not known; did you mean endpoint_services?"],
    [{ endpoints: {} }, "/endpoints must be array"],
    [{ endpoints: [{ id: "e", stauts: "x" }] }, "/endpoints/0/stauts is not known; did you mean status?"],
    [{ endpoints: [{}] }, "/endpoints/0 must have required property 'id'"],
    [{ endpoints: [{ id: "e" }, { id: "e" }] }, '/endpoints/1/id occurs twice, "e"'],
    [
      { endpoints: [{ id: "e", status: "nonsense" }] },
      "/endpoints/0/status must be equal to one of the allowed values: ",
    ],
    [{ endpoints: [{ id: "e", tags: [{ key: 1 }] }] }, "/endpoints/0/tags/0/key must be string, not 1"],
    [{ endpoints: [{ id: "e", created_at: "today" }] }, '/endpoints/0/created_at must match format "date-time"'],
    [{ endpoint_services: [{ id: "s", service_type: 5 }] }, "/endpoint_services/0/service_type must be string, not 5"],
    [{ endpoint_services: [{ id: "s", permissions: [{ id: "p" }] }] }, "/endpoint_services/0/permissions/0 must have"],
    [{ quotas: { endpoint: -1 } }, "/quotas/endpoint must be >= 0, not -1"],
    [{ projects: { p: { endpoints: [{ id: 1 }] } } }, "/projects/p/endpoints/0/id must be string, not 1"],
  ])("%j are refused with a JSON pointer", async (fixture, message) => {
    const mock = mocks[0] as Mock;
    const { status, body } = await control(mock, "PUT", "fixture", fixture);
    expect([status, (body as { error: { message: string } }).error.message]).toEqual([
      400,
      expect.stringMatching(/^the (fixture|body) is not valid: /),
    ]);
    expect(() => mock.load(fixture)).toThrow(`the fixture is not valid: ${message}`);
  });
});

describe("a mock with --seed", () => {
  it("makes the same IDs and times in each run, and after a reset", async () => {
    const run = async (mock: Mock) => {
      const { id, created_at } = (await ask(mock.url, "createEndpointService", { body: newService })).body;
      return [
        id,
        created_at,
        (await ask(mock.url, "listServiceDetails", { path: { vpc_endpoint_service_id: id } })).body,
      ];
    };
    const [first, second, other] = await Promise.all(["a", "a", "b"].map((seed) => start({ seed, transitions: "1s" })));
    const results = [await run(first as Mock), await run(second as Mock), await run(other as Mock)];
    (first as Mock).reset();
    results.push(await run(first as Mock));
    expect(results[0]?.[1]).toBe("2026-01-01T00:00:01Z");
    expect(results[0]?.[2]).toMatchObject({ status: "available" });
    expect([results[1], results[3]]).toEqual([results[0], results[0]]);
    expect(results[2]?.[0]).not.toBe(results[0]?.[0]);
  });
});

describe("a mock with --data", () => {
  const data = join(folder, "data.jsonl");
  const state = async (mock: Mock) => (await control(mock, "GET", "state")).body;

  it("goes on where it was stopped", async () => {
    const options = { data, seed: "s" };
    const mock = await start(options);
    await control(mock, "PUT", "fixture?project_id=b", { endpoint_services: [{ id: "s" }] });
    const { id } = (await ask(mock.url, "createEndpointService", { body: newService })).body;
    await ask(mock.url, "deleteEndpoint", endpoint);
    await ask(mock.url, "createEndpointService", { path: { project_id: "b" }, body: newService });
    await ask(mock.url, "createEndpointService", { path: { project_id: "c" }, body: newService });
    await control(mock, "POST", "reset?project_id=c");
    await ask(mock.url, "addOrRemoveServicePermissions", { path: { vpc_endpoint_service_id: id } });
    await control(mock, "POST", "clock", { seconds: 60 });
    const [before, lines] = [await state(mock), readFileSync(data, "utf8").split("\n").length];
    await mock.stop();

    const next = await start(options);
    expect(await state(next)).toEqual(before);
    expect(readFileSync(data, "utf8").split("\n").length).toBeLessThan(lines);
    expect(await counts(next, "c")).toEqual([2, 3]);
    const again = (await ask(next.url, "createEndpointService", { body: { ...newService, port_id: port(2) } })).body;
    expect(again.id).not.toBe(id);
    expect(again.created_at > "2026-01-01T00:01").toBe(true);
    await next.stop();
  });

  it("ignores a last line without an end, and refuses another one that is not valid", async () => {
    const text = readFileSync(data, "utf8");
    writeFileSync(data, `${text}{"project":"b","cha`);
    const mock = await start({ data });
    expect(await counts(mock, "b")).toEqual([2, 0]);
    await mock.stop();
    await expect(startMock({ stateful: true, data: folder })).rejects.toThrow(`${folder}: it is not a file`);
    for (const other of [`{\n${text}`, "a note", '{"endpoints":[]}\n', "5"]) {
      writeFileSync(data, other);
      await expect(startMock({ stateful: true, data })).rejects.toThrow(`cannot use the data file ${data}: line 1`);
      expect(readFileSync(data, "utf8")).toBe(other);
    }
  });
});

/** Starts a mock of a changed document. */
function startChanged(change: (text: string) => string): Promise<Mock> {
  const document = join(folder, "openapi.json");
  writeFileSync(document, change(readFileSync(join(import.meta.dirname, "../generated/openapi.mock.json"), "utf8")));
  return start({ document });
}

it("responds to an operation without a handler from the examples, and logs it once", async () => {
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on("warning", note);
  const mock = await startChanged((text) =>
    text.replace('"operationId": "listQuotaDetails"', '"operationId": "listLimits"'),
  );
  for (let times = 0; times < 2; times += 1) {
    const { status, body } = await ask(mock.url, "listQuotaDetails");
    expect([status, body.quotas.resources.length]).toEqual([200, 2]);
  }
  process.off("warning", note);
  expect(warnings).toEqual(["vpcep-mock responds to listLimits from the examples of the document"]);
});

it("reports a response that breaks the document, each time", async () => {
  const mock = await startChanged((text) => text.replace(/("available",)(?=\s*"failed")/, '"ready",'));
  for (let times = 0; times < 2; times += 1) {
    await expect(ask(mock.url, "listServiceDetails")).rejects.toThrow("listServiceDetails violates the description");
  }
});
