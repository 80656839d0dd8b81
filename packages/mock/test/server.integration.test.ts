import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send } from "../../../scripts/testing/http.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";
import { startMock, type Mock } from "../dist/index.js";
import { PROJECT } from "./support/ask.ts";
import { sendRaw } from "./support/raw.ts";

const LIST = `/v1/${PROJECT}/vpc-endpoint-services`;
const ITEM = `${LIST}/4189d3c2-8882-4871-a3c2-d380272eed88`;
const TOKEN = { "X-Auth-Token": "token" };
const JSON_TYPE = { "Content-Type": "application/json" };

/** Returns which of the two documented forms an error has. */
function form(body: string): "service" | "gateway" | "none" {
  const value = JSON.parse(body) as Record<string, unknown>;
  const keys = Object.keys(value).join();
  if (keys === "error" && Object.keys(value["error"] as object).join() === "code,message") return "service";
  return keys === "error_code,error_msg,request_id" ? "gateway" : "none";
}

interface Probe {
  name: string;
  method?: string;
  target?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Without a form, the request succeeds. */
  want: [status: number, form?: "service" | "gateway"];
  /** Part of the error's text, or of the violations. */
  says?: string;
}

const probes: Probe[] = [
  { name: "an odd Accept", headers: { Accept: "garbage" }, want: [406, "gateway"] },
  { name: "an Accept with a loose semicolon", headers: { Accept: "application/xml;" }, want: [406, "gateway"] },
  {
    name: "an Accept that nothing fits",
    headers: { Accept: "text/html" },
    want: [406, "gateway"],
    says: "it has application/json",
  },
  { name: "an Accept that excludes JSON", headers: { Accept: "application/json;q=0" }, want: [406, "gateway"] },
  { name: "an Accept with garbage beside JSON", headers: { Accept: "garbage, application/json" }, want: [200] },
  { name: "an Accept with a comma in quotes", headers: { Accept: 'text/html;a="b,c", application/json' }, want: [200] },
  { name: "an Accept of a browser", headers: { Accept: "text/html, */*;q=0.1" }, want: [200] },
  {
    name: "an odd Content-Type",
    method: "POST",
    headers: { "Content-Type": "garbage" },
    body: "{}",
    want: [400, "service"],
  },
  { name: "an odd Content-Type without a body", headers: { "Content-Type": "garbage" }, want: [200] },
  {
    name: "a Content-Type that is not taken",
    method: "POST",
    headers: { "Content-Type": "text/plain" },
    body: "x",
    want: [400, "service"],
  },
  { name: "malformed JSON", method: "POST", headers: JSON_TYPE, body: '{"a":}', want: [400, "service"] },
  { name: "truncated JSON", method: "POST", headers: JSON_TYPE, body: '{"a":', want: [400, "service"] },
  {
    name: "deep JSON",
    method: "POST",
    headers: JSON_TYPE,
    body: "[".repeat(100_000) + "]".repeat(100_000),
    want: [400, "service"],
  },
  {
    name: "a list that is too long to hold each item against each",
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ ports: Array.from({ length: 300_000 }, (_, index) => ({ client_port: index })) }),
    want: [400, "service"],
  },
  { name: "no body", method: "POST", headers: JSON_TYPE, want: [400, "service"] },
  { name: "null", method: "POST", headers: JSON_TYPE, body: "null", want: [400, "service"] },
  {
    name: "a body of names that objects have anyway",
    method: "PUT",
    target: ITEM,
    headers: JSON_TYPE,
    body: '{"constructor":1,"__proto__":{"x":1}}',
    want: [200],
  },
  {
    name: "a value that no header can carry",
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ tags: [{ "\u00e9\n": 1 }] }),
    want: [400, "service"],
  },
  { name: "two slashes", target: "//", want: [404, "gateway"] },
  { name: "an empty segment", target: `/v1//vpc-endpoint-services`, want: [404, "gateway"] },
  { name: "a trailing slash", target: `${LIST}/`, want: [404, "gateway"] },
  { name: "an encoded slash", target: `${LIST}/a%2Fb`, want: [200] },
  { name: "dot segments", target: `${LIST}/../x`, want: [404, "gateway"] },
  { name: "encoded dot segments", target: `${LIST}/%2e%2e`, want: [404, "gateway"] },
  { name: "a null byte", target: `${LIST}/a%00b`, want: [400, "gateway"] },
  { name: "a path that is not encoded right", target: `${LIST}/%zz`, want: [400, "gateway"] },
  { name: "a path of bytes that are no UTF-8", target: `${LIST}/%ff`, want: [400, "gateway"] },
  { name: "a path without a slash", target: "nowhere", want: [400, "gateway"] },
  { name: "a whole URL", target: `http://other.test${ITEM}`, want: [200] },
  { name: "an unknown path", target: "/v1/a/b/c/d/e/f", want: [404, "gateway"] },
  { name: "a long path", target: `${LIST}/${"x".repeat(9000)}`, want: [414, "gateway"] },
  { name: "a huge header", headers: { "X-Huge": "x".repeat(70_000) }, want: [494, "gateway"] },
  { name: "a method that is not allowed", method: "PATCH", want: [405, "gateway"] },
  { name: "TRACE", method: "TRACE", want: [405, "gateway"] },
  { name: "CONNECT", method: "CONNECT", target: "a:1", want: [405, "gateway"] },
  { name: "a method that is none", method: "FETCH", want: [400, "gateway"] },
  { name: "an odd expectation", headers: { Expect: "miracles" }, want: [200] },
  { name: "an odd query", target: `${LIST}?__proto__=1&=&limit[]=1`, want: [200], says: "limit[] is unknown" },
  {
    name: "a query that is not encoded right",
    target: `${LIST}?limit=1&id=%zz`,
    want: [400, "gateway"],
    says: "id=%zz",
  },
  {
    name: "a control route with a query that is not encoded right",
    method: "POST",
    target: "/__mock/reset?project_id=%ff",
    want: [400, "gateway"],
  },
  {
    name: "a fault whose body is nested too deep",
    method: "POST",
    target: "/__mock/faults",
    body: `{"status":500,"body":${"[".repeat(101)}${"]".repeat(101)}}`,
    want: [400, "service"],
  },
  {
    name: "a fault in bytes that are no UTF-8",
    method: "POST",
    target: "/__mock/faults",
    body: '{"status":500,"message":"\xff"}',
    want: [400, "service"],
  },
  { name: "a preference that is none", headers: { Prefer: "code=abc" }, want: [400, "service"] },
  { name: "a preference for a status that is not declared", headers: { Prefer: "code=599" }, want: [404, "service"] },
  {
    name: "a preference for an example that is not there",
    headers: { Prefer: "example=none" },
    want: [404, "service"],
  },
  {
    name: "a preference for an example that the status asked for does not have",
    headers: { Prefer: "code=404, example=none" },
    want: [404, "service"],
  },
  { name: "names that objects have anyway", target: "/v1/constructor/vpc-endpoint-services", want: [200] },
  { name: "a control route that is none", target: "/__mock/constructor", want: [404, "service"] },
  { name: "a control route under another", target: "/__mock/health/x", want: [404, "service"] },
  {
    name: "a fault that is none",
    method: "POST",
    target: "/__mock/faults",
    body: '{"constructor":1}',
    want: [400, "service"],
  },
  { name: "a list of faults", method: "POST", target: "/__mock/faults", body: "[]", want: [400, "service"] },
  { name: "a percent-encoded literal", target: LIST.replace("-", "%2D"), want: [200] },
  { name: "a hexadecimal number", target: `${LIST}?limit=0x10`, want: [400, "service"], says: "limit must be integer" },
  { name: "a number with an exponent", target: `${LIST}?limit=1e2`, want: [400, "service"], says: "limit must be" },
  { name: "an empty number", target: `${LIST}?limit=`, want: [400, "service"], says: "limit must be integer" },
  { name: "a misspelt path", target: LIST.slice(0, -1), want: [404, "gateway"], says: "vpc-endpoint-services?" },
  {
    name: "a misspelt parameter",
    target: `${LIST}?Limit=1`,
    want: [200],
    says: "Limit is unknown (did you mean limit?)",
  },
  {
    name: "a misspelt preference",
    headers: { Prefer: "cod=404" },
    want: [200],
    says: "cod is unknown (did you mean code?",
  },
  {
    name: "a misspelt example",
    headers: { Prefer: "example=ListEndpointServiceRespons" },
    want: [404, "service"],
    says: "did you mean ListEndpointServiceResponse?",
  },
  {
    name: "a misspelt header",
    headers: { "X-Auth-Token": "", "X-Auth-Tokn": "t" },
    want: [401, "service"],
    says: "x-auth-tokn is unknown (did you mean x-auth-token?)",
  },
  {
    name: "misspelt members",
    method: "PUT",
    target: ITEM,
    headers: JSON_TYPE,
    body: '{"approval_enable":false,"ports":[{"client_port":1,"server_port":1,"protcol":"TCP"}]}',
    want: [200],
    says: "protcol is unknown (did you mean protocol?)",
  },
  {
    name: "a missing member",
    method: "POST",
    headers: JSON_TYPE,
    body: "{}",
    want: [400, "service"],
    says: "Request body must have required property 'port_id'.",
  },
  {
    name: "an unknown charset",
    method: "POST",
    headers: { "Content-Type": "application/json; charset=klingon" },
    body: "{}",
    want: [400, "service"],
    says: "klingon",
  },
  {
    name: "a compressed body",
    method: "POST",
    headers: { ...JSON_TYPE, "Content-Encoding": "gzip" },
    body: "x",
    want: [400, "service"],
    says: "gzip",
  },
  {
    name: "bytes that are not UTF-8",
    method: "POST",
    headers: JSON_TYPE,
    body: '"\xe9"',
    want: [400, "service"],
    says: "not valid utf-8",
  },
  { name: "a declared status", headers: { Prefer: "code=503" }, want: [503, "service"] },
  { name: "no credentials", headers: { "X-Auth-Token": "" }, want: [401, "service"] },
];

describe.each(["as it is", "stateful"])("the mock, %s,", (mode) => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ stateful: mode === "stateful" });
  });
  afterAll(() => mock.stop());

  it.each(probes)(
    "responds to a request with $name in a documented form",
    async ({ method = "GET", target = LIST, headers, body, want, says = "" }) => {
      const length = body === undefined ? {} : { "Content-Length": String(body.length) };
      const lines = Object.entries({ Host: "mock.test", ...TOKEN, ...headers, ...length }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      const response = await sendRaw(mock.url, `${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`);
      const [status, wanted] = want;
      // A stateful mock responds with 404 for a resource that does not exist.
      const expected = mode === "stateful" && target.includes("%2F") ? [404, "service"] : [status, wanted];
      expect([response.status, response.status < 400 ? undefined : form(response.body)]).toEqual(expected);
      expect(response.headers).toMatchObject({
        "content-type": "application/json",
        "x-content-type-options": "nosniff",
      });
      expect(response.body + response.headers["sl-violations"]).toContain(says);
    },
  );

  it.each([
    ["garbage\r\n\r\n", 400],
    [`GET ${ITEM} HTTP/1.0\r\n\r\n`, 401],
    [`GET ${ITEM} HTTP/1.1\r\n\r\n`, 401],
  ])("responds to %j", async (text, status) => {
    const response = await sendRaw(mock.url, text);
    expect([response.status, form(response.body)]).toEqual([status, status === 401 ? "service" : "gateway"]);
  });

  it("names the allowed methods", async () => {
    expect((await send(mock.url + ITEM, "PATCH", TOKEN)).headers["allow"]).toBe("GET, PUT, DELETE, HEAD, OPTIONS");
    const options = await send(mock.url + ITEM, "OPTIONS");
    expect([options.status, options.headers["allow"]]).toEqual([204, "GET, PUT, DELETE, HEAD, OPTIONS"]);
  });

  it("responds to pipelined requests in their order", async () => {
    const heads = [`Prefer: code=404, delay=100`, "Prefer: code=403"].map(
      (prefer) => `GET ${ITEM} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: t\r\n${prefer}\r\n\r\n`,
    );
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1", () => socket.write(heads.join("")));
    let received = "";
    for await (const chunk of socket) if ([...(received += chunk).matchAll(/HTTP\/1.1 /g)].length > 1) break;
    expect([...received.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => status)).toEqual(["404", "403"]);
  });

  it("responds to HEAD as to GET, without the body", async () => {
    const [get, head] = [await send(mock.url + ITEM, "GET", TOKEN), await send(mock.url + ITEM, "HEAD", TOKEN)];
    expect([head.status, head.body, head.headers["content-length"]]).toEqual([200, "", get.headers["content-length"]]);
    expect(get.body.length).toBeGreaterThan(100);
  });

  it("allows requests of web pages", async () => {
    const preflight = await send(mock.url + ITEM, "OPTIONS", {
      Origin: "http://page.test",
      "Access-Control-Request-Method": "PUT",
      "Access-Control-Request-Headers": "x-auth-token",
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": "http://page.test",
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "x-auth-token",
    });
  });

  it.each([
    ["Origin: https://evil.example", 403],
    ["Origin: null", 403],
    ["Host: evil.example", 403],
    ["Host: vpcep-mock:4010", 200],
    ["Host: mock.svc.cluster.local", 200],
    ["Host: [::1]:4010", 200],
  ])("responds to a control route with %s only where no other page can send it", async (header, status) => {
    const host = header.startsWith("Host") ? "" : "Host: 127.0.0.1\r\n";
    const get = await sendRaw(mock.url, `GET /__mock/health HTTP/1.1\r\n${host}${header}\r\n\r\n`);
    const asked = `${host}${header}\r\nAccess-Control-Request-Method: POST\r\n\r\n`;
    const preflight = await sendRaw(mock.url, `OPTIONS /__mock/reset HTTP/1.1\r\n${asked}`);
    expect([get.status, preflight.status]).toEqual([status, status === 403 ? 403 : 204]);
    expect(Object.keys({ ...get.headers, ...preflight.headers }).join()).not.toContain("access-control");
  });

  it("refuses a body of 50 MB, whether its length is announced or not", async () => {
    const responses = await Promise.all([true, false].map((announced) => upload(mock.url + LIST, 50, announced)));
    expect(responses.map(({ status, body }) => [status, form(body)])).toEqual([
      [413, "gateway"],
      [413, "gateway"],
    ]);
  });

  it("goes on when clients hang up", async () => {
    for (const text of [
      `GET ${ITEM} HTTP/1.1\r\nHost: a\r\n`,
      `POST ${LIST} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: t\r\nContent-Length: 9\r\n\r\n{`,
      `GET ${ITEM} HTTP/1.1\r\nHost: a\r\n\r\n`,
    ]) {
      const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
      await once(socket, "connect");
      socket.write(text, () => socket.resetAndDestroy());
      await once(socket, "close");
    }
    expect((await send(mock.url + ITEM, "GET", TOKEN)).status).toBe(200);
  });
});

describe("the command", () => {
  it("runs with NODE_ENV=production", async () => {
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = "production";
    let mock: MockProcess;
    try {
      mock = await startMockProcess();
    } finally {
      process.env["NODE_ENV"] = before;
    }
    const { status } = await send(mock.url + ITEM, "GET", TOKEN);
    expect([status, await mock.stop()]).toEqual([200, 0]);
  });

  it("responds to 10,000 requests on 200 connections, and frees their memory", async () => {
    const child = fork(join(import.meta.dirname, "support/serve.js"), ["--stateful"], {
      execArgv: ["--expose-gc"],
      silent: true,
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    const url = String(line).match(/http:\S+/)?.[0] as string;
    const heap = async () => {
      await send(`${url}/__mock/calls`, "DELETE");
      child.send("usage");
      return ((await once(child, "message")) as [{ heapUsed: number }])[0].heapUsed;
    };
    await load(url, 3_000);
    const before = await heap();
    const statuses = await load(url, 10_000);
    const growth = (await heap()) - before;
    child.kill();
    expect(statuses).toEqual({ 200: 5_000, 400: 2_500, 404: 2_500 });
    expect(growth).toBeLessThan(4_000_000);
  });
});

/** Sends requests of four kinds over 200 connections; returns the number of responses by status. */
async function load(url: string, count: number): Promise<Record<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const statuses: Record<number, number> = {};
  const targets = [ITEM, `${LIST}?limit=1`, `${LIST}?limit=x`, "/a/b/c/d"];
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const outgoing = request(url + targets[index % targets.length], { agent, headers: TOKEN });
      const [response] = (await once(outgoing.end(), "response")) as [import("node:http").IncomingMessage];
      response.resume();
      await once(response, "end");
      statuses[response.statusCode ?? 0] = (statuses[response.statusCode ?? 0] ?? 0) + 1;
    }),
  );
  agent.destroy();
  return statuses;
}

/** Sends a whole body of some megabytes, and returns the response. */
function upload(url: string, megabytes: number, announced: boolean): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const chunk = Buffer.alloc(1024 * 1024, "x");
    const length = announced ? { "Content-Length": String(megabytes * chunk.length) } : {};
    const outgoing = request(url, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE, ...length } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on("error", reject);
    let sent = 0;
    const write = () => {
      while (sent < megabytes) {
        sent += 1;
        if (!outgoing.write(chunk)) return void outgoing.once("drain", write);
      }
      outgoing.end();
    };
    write();
  });
}
