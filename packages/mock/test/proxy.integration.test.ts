import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleRequest } from "../../../scripts/core/example-request.ts";
import { send } from "../../../scripts/testing/http.ts";
import { MOCK_COMMAND, startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { defaultSettings } from "../src/cli/settings.ts";
import { runProxy, type ProxiedCall, type RunningProxy } from "../src/features/proxy.ts";
import { operations, PROJECT, violations } from "./support/ask.ts";
import { sendRaw } from "./support/raw.ts";

const SERVICES = `/v1/${PROJECT}/vpc-endpoint-services`;
const TOKEN = { "X-Auth-Token": "secret-token" };
const JSON_TYPE = { "Content-Type": "application/json" };
const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Starts the command as a proxy; `lines` is what it has printed so far. */
async function startProxy(upstream: string, ...args: string[]): Promise<MockProcess & { lines: string[] }> {
  const proxy = await startMockProcess(["proxy", upstream, "--port", "0", ...args]);
  const lines: string[] = [];
  proxy.process.stdout?.on("data", (chunk: Buffer) => lines.push(...String(chunk).trim().split("\n")));
  return { ...proxy, lines };
}

it("passes the example of every operation on unchanged, and exits with 0", async () => {
  const mock = await startMockProcess();
  const proxy = await startProxy(mock.url);
  for (const operation of operations) {
    const { method, target, headers, body } = exampleRequest(bundle, operation);
    const content = body === undefined ? undefined : JSON.stringify(body);
    const [direct, proxied] = await Promise.all(
      [mock, proxy].map(({ url }) => send(url + target, method, headers, content)),
    );
    const type = direct?.headers["content-type"];
    expect([proxied?.status, proxied?.body, proxied?.headers["content-type"]]).toEqual([
      direct?.status,
      direct?.body,
      type,
    ]);
    expect(proxied?.headers["sl-violations"]).toBeUndefined();
  }
  expect(await proxy.stop()).toBe(0);
  const summary = `vpcep-mock proxy: ${operations.length} requests, 0 violations, 0 unknown values, 0 upstream failures`;
  expect(proxy.lines).toEqual([summary]);
  await mock.stop();
});

describe("a proxy in front of a server with violations", () => {
  type Sent = [status: number, headers: Record<string, string>, body: string];
  let next: Sent;
  let received: IncomingMessage;
  const server = createServer((request, response) => {
    received = request;
    request.resume().on("end", () => response.writeHead(next[0], "Any Reason", next[1]).end(next[2]));
  });
  let proxy: MockProcess & { lines: string[] };
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    proxy = await startProxy(`http://127.0.0.1:${portOf(server)}/base/`);
  });
  afterAll(() => server.close());
  const printed = async (line: string, before = 0) =>
    expect.poll(() => proxy.lines.slice(before).join("\n")).toContain(line);

  const json = (body: unknown): Sent => [200, JSON_TYPE, JSON.stringify(body)];
  it.each<[string, Sent, string]>([
    ["another type", json({ endpoint_services: "none" }), "listEndpointService 200: response.body.endpoint_services:"],
    ["a value out of range", json({ total_count: -1 }), "response.body.total_count:"],
    [
      "an undocumented status",
      [418, JSON_TYPE, "{}"],
      "listEndpointService 418: response: Unable to match the returned",
    ],
    ["a redirect", [302, { location: "http://127.0.0.1:9/" }, ""], "listEndpointService 302: response: Unable"],
    ["another media type", [200, { "Content-Type": "text/html" }, "<p>"], 'The received media type "text/html"'],
    ["an invalid media type", [200, { "Content-Type": "" }, "x"], 'The received media type "application/octet-stream"'],
    ["invalid JSON", [200, JSON_TYPE, '{"total_count":'], "response.body: The body is not valid JSON"],
  ])("reports %s, and passes it on", async (_, sent, line) => {
    next = sent;
    const before = proxy.lines.length;
    const { status, body, headers } = await send(proxy.url + SERVICES, "GET", TOKEN);
    expect([status, body]).toEqual([sent[0], sent[2]]);
    expect(violations(headers["sl-violations"]).length).toBeGreaterThan(0);
    await printed(line, before);
  });

  it("reports neither unknown fields nor documented errors", async () => {
    const before = proxy.lines.length;
    next = json({ total_count: 0, added_later: true });
    await send(proxy.url + SERVICES, "GET", TOKEN);
    next = [501, JSON_TYPE, '{"error":{"code":"a","message":"b"}}'];
    expect((await send(proxy.url + SERVICES, "GET", TOKEN)).body).toBe(next[2]);
    expect(proxy.lines.slice(before)).toEqual([]);
  });

  it("counts an unknown value apart, and as a violation with --strict", async () => {
    next = json({ endpoint_services: [{ status: "odd" }] });
    const ends: unknown[] = [];
    for (const args of [[], ["--strict"]]) {
      const other = await startProxy(`http://127.0.0.1:${portOf(server)}`, ...args);
      await send(other.url + SERVICES, "GET", TOKEN);
      ends.push(await other.stop(), other.lines.at(-1));
      expect(other.lines[0]).toMatch(/services\.0\.status: "odd" is an unknown value; documented are .*available/);
    }
    const summary = (counts: string) => `vpcep-mock proxy: 1 requests, ${counts}, 0 upstream failures`;
    expect(ends).toEqual([0, summary("0 violations, 1 unknown values"), 1, summary("1 violations, 0 unknown values")]);
  });

  it("writes a report without any text of requests and responses", async () => {
    const folder = mkdtempSync(join(tmpdir(), "proxy-report-"));
    const file = join(folder, "real.json");
    const other = await startProxy(`http://127.0.0.1:${portOf(server)}`, "--report", file);
    const secret = "hush4242";
    const headers = { "X-Auth-Token": secret, Cookie: secret, [secret]: secret, ...JSON_TYPE };
    const services = `${other.url}/v1/${secret}/vpc-endpoint-services`;
    const tagged = { [secret]: secret, status: secret, id: 7, tags: [{ key: 4242, [secret]: [secret] }] };
    next = [200, { ...JSON_TYPE, [secret]: secret }, JSON.stringify({ endpoint_services: [tagged, tagged] })];
    await send(`${services}?status=${secret}&limit=${secret}&${secret}=${secret}`, "GET", headers);
    await send(
      services,
      "POST",
      headers,
      JSON.stringify({ ports: [{ client_port: secret, [secret]: 1 }], [secret]: secret }),
    );
    await send(`${other.url}/${secret}`, "PUT", headers, secret);
    for (const sent of [
      [200, { "Content-Type": `text/${secret}` }, secret],
      [418, JSON_TYPE, `"${secret}"`],
      [200, JSON_TYPE, `{"${secret}`],
    ] satisfies Sent[]) {
      next = sent;
      await send(services, "GET", headers);
    }
    await other.stop();
    const text = readFileSync(file, "utf8");
    rmSync(folder, { recursive: true });
    expect(text).not.toMatch(/hush|4242/i);
    const place = "response.body.endpoint_services.*";
    expect((JSON.parse(text) as { differences: object[] }).differences).toEqual(
      expect.arrayContaining([
        {
          operation: "listEndpointService",
          status: 200,
          place: `${place}.status`,
          rule: "unknown value",
          found: "string",
          count: 2,
        },
        {
          operation: "listEndpointService",
          status: 200,
          place: `${place}.id`,
          rule: "type",
          found: "integer",
          count: 2,
        },
        { operation: "listEndpointService", status: 200, place: "request.query.limit", rule: "type", count: 1 },
        { operation: "none", status: 200, place: "request", rule: "The document has no such operation", count: 1 },
      ]),
    );
  });

  it("reports an undocumented body", async () => {
    const bodiless = ({ responses }: (typeof operations)[number]) =>
      Object.entries(responses).find(([status, { content }]) => status !== "204" && !content);
    const operation = operations.find(bodiless) as (typeof operations)[number];
    const { method, target, headers, body } = exampleRequest(bundle, operation);
    next = [Number(bodiless(operation)?.[0]), JSON_TYPE, "{}"];
    await send(proxy.url + target, method, headers, JSON.stringify(body));
    await printed(`${operation.operationId} ${next[0]}: response.body: There is a body, but none is documented`);
  });

  it("reports invalid requests and unknown operations, and forwards them unchanged", async () => {
    next = [400, JSON_TYPE, '{"error":{"code":"a","message":"b"}}'];
    await send(`${proxy.url}${SERVICES}?limit=many&x=%2F`, "POST", { ...JSON_TYPE, "X-Other": "1" }, '{ "ports": 7 }');
    const { url, method, headers } = received;
    expect([url, method, headers["x-other"], headers["content-length"], headers.host]).toEqual([
      `/base${SERVICES}?limit=many&x=%2F`,
      "POST",
      "1",
      "14",
      `127.0.0.1:${portOf(server)}`,
    ]);
    await printed("createEndpointService 400: request.body.ports: ");
    await printed("createEndpointService 400: request: send X-Auth-Token or Authorization");
    const whole = `PATCH ${proxy.url}/elsewhere?token=secret-token HTTP/1.1\r\nHost: a\r\n\r\n`;
    expect((await sendRaw(proxy.url, whole)).status).toBe(400);
    expect(received.url).toBe("/base/elsewhere?token=secret-token");
    await printed("PATCH /elsewhere 400: request: The document has no such operation");
  });

  it("exits with 1, and has printed no credentials", async () => {
    expect(await proxy.stop()).toBe(1);
    expect(proxy.lines.at(-1)).toMatch(/^vpcep-mock proxy: \d+ requests, [1-9]\d* violations/);
    expect(proxy.lines.join("\n")).not.toContain("secret-token");
  });
});

/** The bytes that an upstream sends, and the way it ends the connection. */
interface UpstreamFault {
  bytes: string;
  end: "fin" | "reset" | "stall";
}

describe("a proxy in front of an upstream with faults", () => {
  let next: UpstreamFault;
  const upstream = createTcpServer((socket) => {
    socket
      .on("error", () => undefined)
      .once("data", () => {
        const { bytes, end } = next;
        socket.write(bytes, "latin1", () => {
          if (end === "fin") socket.end();
          else if (end === "reset") socket.resetAndDestroy();
        });
      });
  });
  const calls: ProxiedCall[] = [];
  let proxy: RunningProxy;
  beforeAll(async () => {
    await once(upstream.listen(0, "127.0.0.1"), "listening");
    const settings = { ...defaultSettings(), port: 0 };
    const url = new URL(`http://127.0.0.1:${portOf(upstream)}`);
    proxy = await runProxy(url, settings, (call) => calls.push(call), 300);
  });
  afterAll(async () => {
    await proxy.close();
    upstream.close();
  });

  const good = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
  const head = (length: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
  const huge = head("Content-Length: 20000000") + "x".repeat(13_000_000);

  /** Sends a request through the proxy; a cut response is "cut". */
  async function outcome(method: string, fault: UpstreamFault): Promise<unknown> {
    next = fault;
    const before = calls.length;
    const response = await send(proxy.url + SERVICES, method, TOKEN).catch(() => "cut" as const);
    expect(calls).toHaveLength(before + 1);
    next = { bytes: good, end: "fin" };
    expect((await send(proxy.url + SERVICES, "GET", TOKEN)).body).toBe("{}");
    if (response === "cut" || response.status < 500 || method === "HEAD")
      return response === "cut" ? response : response.status;
    return [response.status, Object.keys(JSON.parse(response.body) as object).join(), calls[before]?.failure];
  }

  const gateway = (status: number, reason: string) => [
    status,
    "error_code,error_msg,request_id",
    expect.stringContaining(reason),
  ];
  it.each<[string, string, UpstreamFault, unknown]>([
    ["an early close", "GET", { bytes: "", end: "fin" }, gateway(502, "without a response")],
    ["an early reset", "GET", { bytes: "", end: "reset" }, gateway(502, "without a response")],
    ["a stall", "GET", { bytes: "", end: "stall" }, gateway(504, "sent nothing for 0.3 s")],
    [
      "a reset after the headers",
      "GET",
      { bytes: head("Content-Length: 9"), end: "reset" },
      gateway(502, "ECONNRESET"),
    ],
    ["a cut body", "GET", { bytes: `${head("Content-Length: 9")}{}`, end: "fin" }, gateway(502, "the end of its")],
    ["a stalled body", "GET", { bytes: `${head("Content-Length: 9")}{}`, end: "stall" }, gateway(504, "sent nothing")],
    [
      "a bad chunk",
      "GET",
      { bytes: `${head("Transfer-Encoding: chunked")}zz\r\n`, end: "stall" },
      gateway(502, "HPE_"),
    ],
    ["surplus bytes", "GET", { bytes: `${good}surplus`, end: "fin" }, expect.anything()],
    ["a body to HEAD", "HEAD", { bytes: good, end: "fin" }, expect.any(Number)],
    ["garbage", "GET", { bytes: "garbage\r\n\r\n", end: "fin" }, gateway(502, "not valid HTTP")],
    ["an impossible status", "GET", { bytes: "HTTP/1.1 099 No\r\n\r\n", end: "fin" }, gateway(502, "status 99")],
    ["a cut body that is passed on as it comes", "GET", { bytes: huge, end: "fin" }, "cut"],
  ])("responds to %s, and to the next request", async (_, method, fault, expected) => {
    expect(await outcome(method, fault)).toEqual(expected);
  });

  it("responds to drawn faults with 502 or 504, or passes a valid response on", async () => {
    const text = `${good}${head("Transfer-Encoding: chunked")}2\r\n{}\r\n0\r\n\r\n`;
    const mutated = fc
      .record({ start: fc.nat(text.length), length: fc.nat(200), at: fc.nat(200), noise: fc.string({ maxLength: 8 }) })
      .map(({ start, length, at, noise }) => {
        const part = text.slice(start % good.length === start ? 0 : good.length, start + length);
        return part.slice(0, at) + noise + part.slice(at);
      });
    const fault = fc.record({
      bytes: mutated,
      end: fc.constantFrom("fin" as const, "reset" as const, "stall" as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("GET", "HEAD", "POST"), fault, async (method, drawn) => {
        const result = await outcome(method, drawn);
        expect([200, 502, 504, "cut"]).toContain(Array.isArray(result) ? result[0] : result);
      }),
      { seed: 7, numRuns: Number(process.env["FUZZ_RUNS"] ?? 10) * 6 },
    );
  });
});

it("responds with 502 where the upstream cannot be reached, and exits with 1", async () => {
  const proxy = await startProxy("http://127.0.0.1:9");
  const { status, body } = await send(proxy.url + SERVICES, "GET", TOKEN);
  expect([status, JSON.parse(body).error_msg]).toEqual([502, "127.0.0.1:9 cannot be reached: ECONNREFUSED."]);
  expect([await proxy.stop(), proxy.lines.at(-1)]).toEqual([1, expect.stringContaining("1 upstream failures")]);
});

it.each([
  [["vpcep.example.com"], "vpcep-mock: proxy requires the URL of an endpoint"],
  [["ftp://example.com"], "vpcep-mock: proxy requires the URL of an endpoint"],
  [["http://user:word@example.com"], "vpcep-mock: proxy requires the URL of an endpoint"],
  [["http://127.0.0.1:9", "--", "true"], "vpcep-mock: a proxy runs no command after --; only a mock does"],
  [["http://127.0.0.1:9", "--stateful"], "vpcep-mock: --stateful applies to a mock, not to a proxy"],
  [["http://127.0.0.1:9", "--prot", "1"], "vpcep-mock: Unknown option '--prot'"],
])("proxy %j prints one line and exits with 1", (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, [MOCK_COMMAND, "proxy", ...args], { encoding: "utf8" });
  expect([status, stderr.trimEnd().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toContain(message);
});
