import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleRequest } from "../../../scripts/core/example-request.ts";
import { send } from "../../../scripts/testing/http.ts";
import { MOCK_COMMAND, startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { operations, PROJECT, violations } from "./support/ask.ts";

const SERVICES = `/v1/${PROJECT}/vpc-endpoint-services`;
const TOKEN = { "X-Auth-Token": "secret-token" };
const JSON_TYPE = { "Content-Type": "application/json" };

/** Starts the proxy; `lines` is what it has printed so far. */
async function startProxy(upstream: string): Promise<MockProcess & { lines: string[] }> {
  const proxy = await startMockProcess(["proxy", upstream, "--port", "0"]);
  const lines: string[] = [];
  proxy.process.stdout?.on("data", (chunk: Buffer) => lines.push(...String(chunk).trim().split("\n")));
  return { ...proxy, lines };
}

describe("in front of a server that does as described", () => {
  let mock: MockProcess;
  let proxy: MockProcess & { lines: string[] };
  beforeAll(async () => {
    mock = await startMockProcess();
    proxy = await startProxy(mock.url);
  });
  afterAll(() => mock.stop());

  it.each(operations)("passes $operationId on, and its answer back, byte by byte", async (operation) => {
    const { method, target, headers, body } = exampleRequest(bundle, operation);
    const content = body === undefined ? undefined : JSON.stringify(body);
    const [direct, passed] = await Promise.all(
      [mock, proxy].map(({ url }) => send(url + target, method, headers, content)),
    );
    expect([passed?.status, passed?.body, passed?.headers["content-type"]]).toEqual([
      direct?.status,
      direct?.body,
      direct?.headers["content-type"],
    ]);
    expect(passed?.headers["sl-violations"]).toBeUndefined();
  });

  it("has nothing to report in the end", async () => {
    expect(await proxy.stop()).toBe(0);
    expect(proxy.lines).toEqual([`vpcep-mock saw ${operations.length} requests and 0 departures`]);
  });
});

describe("in front of a server that does not", () => {
  type Answer = [status: number, headers: Record<string, string>, body: string];
  let next: Answer;
  let seen: IncomingMessage;
  let server: Server;
  let proxy: MockProcess & { lines: string[] };
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen = request;
      request.resume().on("end", () => response.writeHead(next[0], next[1]).end(next[2]));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    proxy = await startProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`);
  });
  afterAll(() => server.close());

  const json = (body: unknown): Answer => [200, JSON_TYPE, JSON.stringify(body)];
  it.each<[string, Answer, string]>([
    [
      "a value of another type",
      json({ endpoint_services: "none" }),
      "listEndpointService 200: response.body.endpoint_services:",
    ],
    [
      "a value outside of its closed set",
      json({ endpoint_services: [{ status: "odd" }] }),
      "response.body.endpoint_services.0.status:",
    ],
    ["a value out of range", json({ total_count: -1 }), "response.body.total_count:"],
    [
      "a status that is not described",
      [418, JSON_TYPE, "{}"],
      "listEndpointService 418: response: Unable to match the returned status code",
    ],
    [
      "a redirect, which is not followed",
      [302, { location: "http://127.0.0.1:9/" }, ""],
      "listEndpointService 302: response: Unable",
    ],
    ["another media type", [200, { "Content-Type": "text/html" }, "<p>"], 'The received media type "text/html"'],
    [
      "a media type that is none",
      [200, { "Content-Type": "" }, "x"],
      'The received media type "application/octet-stream"',
    ],
    ["JSON that is none", [200, JSON_TYPE, '{"total_count":'], "response.body: The body is not valid JSON"],
  ])("reports %s, and passes it back as it is", async (_, answer, line) => {
    next = answer;
    const before = proxy.lines.length;
    const { status, body, headers } = await send(proxy.url + SERVICES, "GET", TOKEN);
    expect([status, body]).toEqual([answer[0], answer[2]]);
    expect(violations(headers["sl-violations"]).length).toBeGreaterThan(0);
    await expect.poll(() => proxy.lines.slice(before).join("\n")).toContain(line);
  });

  it("reports nothing of fields that the service may add, nor of an error as described, also of 501", async () => {
    const before = proxy.lines.length;
    next = json({ total_count: 0, added_later: true });
    await send(proxy.url + SERVICES, "GET", TOKEN);
    next = [501, JSON_TYPE, '{"error":{"code":"a","message":"b"}}'];
    expect((await send(proxy.url + SERVICES, "GET", TOKEN)).body).toBe(next[2]);
    expect(proxy.lines.slice(before)).toEqual([]);
  });

  it("reports a body where none is described", async () => {
    const silent = ({ responses }: (typeof operations)[number]) =>
      Object.entries(responses).find(([status, { content }]) => status !== "204" && !content);
    const operation = operations.find(silent) as (typeof operations)[number];
    const { method, target, headers, body } = exampleRequest(bundle, operation);
    const [status = ""] = silent(operation) ?? [];
    next = [Number(status), JSON_TYPE, "{}"];
    await send(proxy.url + target, method, headers, JSON.stringify(body));
    await expect
      .poll(() => proxy.lines.join("\n"))
      .toContain(`${operation.operationId} ${status}: response.body: There is a body, and none is described`);
  });

  it("reports requests that are wrong, and operations that there are not, and lets the endpoint see them", async () => {
    next = [400, JSON_TYPE, '{"error":{"code":"a","message":"b"}}'];
    await send(`${proxy.url}${SERVICES}?limit=many&x=%2F`, "POST", { ...JSON_TYPE, "X-Other": "1" }, '{ "ports": 7 }');
    expect([seen.url, seen.method, seen.headers["x-other"], seen.headers["content-length"]]).toEqual([
      `/base${SERVICES}?limit=many&x=%2F`,
      "POST",
      "1",
      "14",
    ]);
    expect(seen.headers.host).toBe(`127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect.poll(() => proxy.lines.join("\n")).toContain("createEndpointService 400: request.body.ports: ");
    expect(proxy.lines.join("\n")).toContain("createEndpointService 400: request: Invalid security scheme used");
    await send(`${proxy.url}/elsewhere?token=secret-token`, "PATCH", TOKEN);
    await expect
      .poll(() => proxy.lines.join("\n"))
      .toContain("PATCH /elsewhere 400: request: Selected route not found");
  });

  it("says so where the endpoint cannot be reached, and goes on", async () => {
    const lonely = await startProxy("http://127.0.0.1:9");
    const { status, body } = await send(lonely.url + SERVICES, "GET", TOKEN);
    expect([status, JSON.parse(body).error_msg]).toEqual([502, "127.0.0.1:9 cannot be reached: ECONNREFUSED."]);
    expect(await lonely.stop()).toBe(0);
  });

  it("fails in the end, and has printed nothing secret", async () => {
    expect(await proxy.stop()).toBe(1);
    expect(proxy.lines.at(-1)).toMatch(/^vpcep-mock saw \d+ requests and \d+ departures$/);
    expect(proxy.lines.join("\n")).not.toContain("secret-token");
  });
});

it.each([
  [["vpcep.example.com"], "vpcep-mock: proxy needs the address of an endpoint"],
  [["ftp://example.com"], "vpcep-mock: proxy needs the address of an endpoint"],
  [["http://user:word@example.com"], "vpcep-mock: proxy needs the address of an endpoint"],
  [["http://127.0.0.1:9", "--stateful"], "vpcep-mock: --stateful is for a mock, not for a proxy"],
  [["http://127.0.0.1:9", "--prot", "1"], "vpcep-mock: Unknown option '--prot'"],
])("says in one line what is wrong with proxy %j, and fails", (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, [MOCK_COMMAND, "proxy", ...args], { encoding: "utf8" });
  expect([status, stderr.trimEnd().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toContain(message);
});
