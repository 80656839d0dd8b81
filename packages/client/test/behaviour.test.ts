import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  createClient,
  tokenAuth,
  VpcepConnectionError,
  VpcepDecodeError,
  VpcepError,
  VpcepNotFoundError,
  VpcepServiceUnavailableError,
  VpcepTimeoutError,
  VpcepTooManyRequestsError,
  type ClientOptions,
} from "@vpcep/client";
import {
  createEndpoint,
  deleteEndpoint,
  listEndpointInfoDetails,
  listEndpoints,
  updateEndpointWhite,
  waitFor,
  withResponse,
} from "@vpcep/client/operations";
import { RETRY_DEFAULTS, retryDelay, rootCause } from "../src/request/retry.ts";
import { sleep } from "../src/request/time.ts";
import { rejection, serve, type Reply, type ScriptedServer } from "./support/server.ts";

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const LIST = "/v1/{project_id}/vpc-endpoints";
const open: ScriptedServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A server that responds by a script, and a client of it that does not pause. */
async function scripted(script: Reply[], options: Partial<ClientOptions> = {}) {
  const server = await serve(script);
  open.push(server);
  const client = createClient({
    baseUrl: server.url,
    projectId: PROJECT,
    auth: tokenAuth("secret-token"),
    retry: { baseDelay: 0 },
    ...options,
  });
  return { server, client };
}
const body = { endpoint_service_id: "s", vpc_id: "v" };
const calls = {
  GET: (client: ReturnType<typeof createClient>) => listEndpoints(client, {}),
  PUT: (client: ReturnType<typeof createClient>) => updateEndpointWhite(client, { vpc_endpoint_id: "e", body: {} }),
  DELETE: (client: ReturnType<typeof createClient>) => deleteEndpoint(client, { vpc_endpoint_id: "e" }),
  POST: (client: ReturnType<typeof createClient>) => createEndpoint(client, { body }),
};

describe("a request is retried", () => {
  const repeatable = [408, 429, 500, 502, 503, 504] as const;
  it.each(
    (["GET", "PUT", "DELETE"] as const).flatMap((method) => repeatable.map((status) => [method, status] as const)),
  )("%s after status %i", async (method, status) => {
    const { server, client } = await scripted([{ status }, { status }, {}]);
    await calls[method](client);
    expect(server.seen.map((seen) => seen.method)).toEqual([method, method, method]);
  });

  it.each([
    ["a 429", { status: 429 }],
    ["a 503 with Retry-After", { status: 503, headers: { "Retry-After": "0" } }],
  ] as [string, Reply][])("POST after %s", async (_, reply) => {
    const { server, client } = await scripted([reply, {}]);
    await calls.POST(client);
    expect(server.seen.map((seen) => JSON.parse(seen.body))).toEqual([body, body]);
  });

  it("after the connection broke", async () => {
    const { server, client } = await scripted(["drop", {}]);
    await calls.GET(client);
    expect(server.seen).toHaveLength(2);
  });

  it("after a time-out", async () => {
    const { server, client } = await scripted(["hang", {}], { timeout: 50 });
    await calls.GET(client);
    expect(server.seen).toHaveLength(2);
  });

  it("POST where the connection was refused", async () => {
    const { server, client: real } = await scripted([{}]);
    let refusals = 0;
    const fetch = (request: Request) => {
      if (refusals++) return globalThis.fetch(request);
      const { port } = new URL(server.url);
      return Promise.reject(new TypeError("fetch failed", { cause: { code: "ECONNREFUSED", port } }));
    };
    await createEndpoint(
      createClient({ baseUrl: server.url, projectId: "p", auth: tokenAuth("t"), retry: { baseDelay: 0 }, fetch }),
      { body },
    );
    await calls.POST(real);
    expect(server.seen).toHaveLength(2);
  });
});

describe("a request is not retried", () => {
  it.each([500, 502, 503, 504, 408])("POST after status %i", async (status) => {
    const { server, client } = await scripted([{ status }, {}]);
    expect(await rejection(calls.POST(client))).toMatchObject({ status, attempts: 1 });
    expect(server.seen).toHaveLength(1);
  });

  it.each(["hang", "drop"] as Reply[])("POST where the server does: %s", async (reply) => {
    const { server, client } = await scripted([reply, {}], { timeout: 50 });
    expect(await rejection(calls.POST(client))).toBeInstanceOf(VpcepConnectionError);
    expect(server.seen).toHaveLength(1);
  });

  it.each([400, 403, 404, 409, 501])("after status %i", async (status) => {
    const { server, client } = await scripted([{ status }, {}]);
    await rejection(calls.GET(client));
    expect(server.seen).toHaveLength(1);
  });

  it("more often than retry.max of the client, or of the call", async () => {
    const { server, client } = await scripted([{ status: 503 }]);
    expect(await rejection(calls.GET(client))).toMatchObject({ attempts: 3 });
    expect(await rejection(listEndpoints(client, {}, { retry: { max: 0 } }))).toMatchObject({ attempts: 1 });
    expect(server.seen).toHaveLength(4);
  });

  it.each(["SELF_SIGNED_CERT_IN_CHAIN", "ERR_TLS_CERT_ALTNAME_INVALID", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"])(
    "after %s, nor polled again",
    async (code) => {
      let count = 0;
      const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: { code, count: count++ } }));
      const { client, server } = await scripted([{}], { fetch });
      expect((await rejection(calls.GET(client))).message).toBe(
        `listEndpoints: no response from ${server.url}: ${code}`,
      );
      const waiting = waitFor.endpointDeleted(client, { vpc_endpoint_id: "e" }, { interval: 10, timeout: 500 });
      expect(await rejection(waiting)).toBeInstanceOf(VpcepConnectionError);
      expect(count).toBe(2);
    },
  );

  it("where the service asks for a longer pause than retry.maxRetryAfter", async () => {
    const { server, client } = await scripted([{ status: 503, headers: { "Retry-After": "3600" } }, {}]);
    expect(await rejection(calls.GET(client))).toBeInstanceOf(VpcepServiceUnavailableError);
    expect(server.seen).toHaveLength(1);
  });
});

describe("the pause before a retry", () => {
  const NOW = "Sat, 01 Apr 2023 12:00:00 GMT";
  const response = (headers: Record<string, string> = {}) => new Response("", { status: 503, headers });
  afterEach(() => void vi.useRealTimers());

  it("is anywhere between 0 and a limit that doubles", () => {
    const pauses = [0, 1, 2, 10].map((retries) => {
      vi.spyOn(Math, "random").mockReturnValueOnce(0).mockReturnValueOnce(0.999);
      const policy = { retry: { ...RETRY_DEFAULTS, max: 99 } };
      return [0, 0].map(() => retryDelay("GET", policy, retries, response()));
    });
    expect(pauses.map(([least]) => least)).toEqual([0, 0, 0, 0]);
    expect(pauses.map(([, most]) => Math.round(most as number))).toEqual([500, 999, 1998, 7992]);
  });

  it.each([
    ["7", 7_000, {}],
    ["0", 0, {}],
    ["1.5", 1_500, {}],
    ["1 ", 1_000, {}],
    ["Sat, 01 Apr 2023 12:00:20 GMT", 20_000, {}],
    // The clock of the server is five minutes ahead.
    ["Sat, 01 Apr 2023 12:05:03 GMT", 3_000, { Date: "Sat, 01 Apr 2023 12:05:00 GMT" }],
    ["soon", 250, {}],
    ["-1", 250, {}],
    ["Sat, 01 Apr 2015 12:00:00 GMT", 250, {}],
    ["61", undefined, {}],
  ])("with Retry-After: %s is %s ms", (value, pause, headers) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(NOW) });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const asking = response({ ...headers, "Retry-After": value });
    // `Headers` trims values, but not every implementation of `fetch` does.
    vi.spyOn(asking.headers, "get").mockImplementation((name) => ({ "Retry-After": value, ...headers })[name] ?? null);
    expect(retryDelay("GET", { retry: RETRY_DEFAULTS }, 0, asking)).toBe(pause);
  });

  it("may be longer than a timer can wait", async () => {
    vi.useFakeTimers();
    let ended = false;
    void sleep(2 ** 31 + 1_000).then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ended).toBe(true);
  });
});

describe("a call ends", () => {
  it.each([
    ["before it is sent", [{}] as Reply[], true],
    ["while it waits for a response", ["hang"] as Reply[], false],
    ["in a pause", [{ status: 503, headers: { "Retry-After": "30" } }] as Reply[], false],
  ])("with the reason of its signal, %s", async (_, script, atOnce) => {
    const { server, client } = await scripted(script);
    const controller = new AbortController();
    if (atOnce) controller.abort("enough");
    const call = rejection(listEndpoints(client, {}, { signal: controller.signal }));
    if (!atOnce) await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    controller.abort("enough");
    expect(await call).toBe("enough");
    expect(server.seen).toHaveLength(atOnce ? 0 : 1);
  });

  it("in time with a fetch that ignores its signal", async () => {
    const client = createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: "p",
      auth: tokenAuth("t"),
      timeout: 20,
      retry: { max: 1, baseDelay: 0 },
      fetch: () => new Promise(() => {}),
    });
    const error = await rejection(listEndpoints(client, {}));
    expect(error).toBeInstanceOf(VpcepTimeoutError);
    expect(error).toMatchObject({
      name: "VpcepTimeoutError",
      attempts: 2,
      message: "listEndpoints: no response within 20 ms; raise timeout (0: none)",
    });
  });

  it("without a limit where timeout is 0 or Infinity", async () => {
    for (const timeout of [0, Infinity]) {
      const { client } = await scripted([{ body: { total_count: 1 } }], { timeout });
      expect(await listEndpoints(client, {})).toEqual({ total_count: 1 });
    }
  });

  it("in time where the body does not come", async () => {
    const client = createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: "p",
      auth: tokenAuth("t"),
      timeout: 20,
      fetch: async (request) =>
        new Response(
          new ReadableStream({
            start: (body) => request.signal.addEventListener("abort", () => body.error(request.signal.reason)),
          }),
        ),
    });
    expect(await rejection(listEndpoints(client, {}))).toBeInstanceOf(VpcepTimeoutError);
  });
});

describe("an error", () => {
  it("is an instance of the class for its status", async () => {
    const { client } = await scripted([
      {
        status: 404,
        body: { error: { code: "EndPoint.0005", message: "Not there." } },
        headers: { "X-Request-Id": "r-1" },
      },
    ]);
    const error = await rejection(listEndpointInfoDetails(client, { vpc_endpoint_id: "e" }));
    expect(error).toBeInstanceOf(VpcepError);
    expect(error).toBeInstanceOf(VpcepNotFoundError);
    expect(error).not.toBeInstanceOf(VpcepTooManyRequestsError);
    expect({} instanceof VpcepNotFoundError).toBe(false);
    expect(error).toMatchObject({
      status: 404,
      code: "EndPoint.0005",
      requestId: "r-1",
      operationId: "listEndpointInfoDetails",
      attempts: 1,
    });
    expect(error.headers.get("content-type")).toBe("application/json");
    expect(error.message).toBe("listEndpointInfoDetails: 404 EndPoint.0005 Not there.");
  });

  it("has code, message and request ID of the gateway", async () => {
    const { client } = await scripted([
      { status: 429, body: { error_code: "APIGW.0308", error_msg: "Slow down.", request_id: "r-2" } },
    ]);
    const error = await rejection(listEndpoints(client, {}));
    expect(error).toBeInstanceOf(VpcepTooManyRequestsError);
    expect(error).toMatchObject({
      code: "APIGW.0308",
      requestId: "r-2",
      attempts: 3,
      message: "listEndpoints: 429 APIGW.0308 Slow down.",
    });
  });

  it("has the body of a gateway in between that does not send JSON", async () => {
    const { client } = await scripted([{ status: 502, body: "<html>", headers: { "Content-Type": "text/html" } }]);
    expect(await rejection(createEndpoint(client, { body }))).toMatchObject({
      status: 502,
      code: undefined,
      body: "<html>",
      message: "createEndpoint: 502 Bad Gateway",
    });
  });

  it("is thrown for a redirect, which is not followed", async () => {
    const target = await scripted([{}]);
    const { client } = await scripted([{ status: 307, headers: { Location: target.server.url } }]);
    expect(await rejection(listEndpoints(client, {}))).toMatchObject({ status: 307 });
    expect((await client.GET(LIST, { redirect: "follow" })).response.status).toBe(307);
    expect(target.server.seen).toEqual([]);
  });

  it("names the redirect where a browser hides the response", async () => {
    const fetch = async () => Object.defineProperty(new Response(null), "status", { value: 0 });
    const hidden = async () => Object.defineProperty(await fetch(), "ok", { value: false });
    const { client } = await scripted([{}], { fetch: hidden });
    expect((await rejection(listEndpoints(client, {}))).message).toBe("listEndpoints: redirects are not followed");
  });

  it.each([
    ["the connection broke", "drop" as Reply, "UND_ERR_SOCKET"],
    ["no response came in time", "hang" as Reply, "listEndpoints: no response within 50 ms"],
  ])("reports that %s", async (_, reply, message) => {
    const lines: string[] = [];
    const logger = { debug: (line: string) => lines.push(line) };
    const { client } = await scripted([reply], { timeout: 50, logger });
    const error = await rejection(listEndpoints(client, {}));
    expect(lines[2]).not.toMatch(/listEndpoints.*listEndpoints/);
    expect(error).toBeInstanceOf(VpcepConnectionError);
    expect(error).toMatchObject({ status: undefined, attempts: 3, message: expect.stringContaining(message) });
  });

  it.each([{}, { "Transfer-Encoding": "chunked" }])(
    "is a VpcepDecodeError where the response is not JSON (%j)",
    async (headers) => {
      const { client } = await scripted([
        { body: "<html>", headers: { "Content-Type": "text/html", "X-Request-Id": "r-3", ...headers } },
      ]);
      const error = await rejection(listEndpoints(client, {}));
      expect(error).toBeInstanceOf(VpcepDecodeError);
      expect(error).toMatchObject({
        status: 200,
        requestId: "r-3",
        message: "listEndpoints: the 200 response is text/html, not JSON",
      });
      expect((await rejection(client.GET(LIST))).name).toBe("SyntaxError");
    },
  );

  it("has the innermost cause of a failed connection", () => {
    expect(
      rootCause(new TypeError("fetch failed", { cause: new Error("x", { cause: { code: "ENOTFOUND" } }) })).code,
    ).toBe("ENOTFOUND");
    const circle = Object.assign(new Error("x"), { code: "E" });
    circle.cause = circle;
    expect(rootCause(circle).code).toBe("E");
    expect([rootCause(undefined), rootCause("text")]).toEqual([undefined, "text"]);
  });

  it("of a middleware is thrown unchanged", async () => {
    const { client } = await scripted([{}]);
    client.use({ onResponse: () => Promise.reject(new SyntaxError("mine")) });
    expect(await rejection(listEndpoints(client, {}))).toEqual(new SyntaxError("mine"));
  });
});

describe("nothing secret", () => {
  it("is in an error, a log line or the client", async () => {
    const lines: string[] = [];
    const logger = { debug: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
    const { client } = await scripted([{ status: 503 }, "drop", { status: 500 }], { logger, userAgent: "app/1" });
    const errors = [
      await rejection(createEndpoint(client, { body: { ...body, vpc_id: "secret-body" } })),
      await rejection(listEndpoints(client, { vpc_id: "v" })),
    ];
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join("\n")).toContain("listEndpoints: 500, attempt 3");
    expect(lines.join("\n")).toContain("retried in 0 ms");
    const shown = inspect([client, errors, lines], { depth: 20, showHidden: true });
    expect(shown).not.toMatch(/secret/);
    expect(shown).toContain("503");
  });

  it("is in a log line where the error of fetch has the address in it", async () => {
    const lines: string[] = [];
    const fetch = async ({ url }: Request) => Promise.reject(new TypeError(`no response from (${url}): refused`));
    const { client } = await scripted([], { fetch, logger: { debug: (line) => lines.push(line) }, retry: { max: 0 } });
    await rejection(listEndpoints(client, { endpoint_service_name: "a)secret" }));
    expect(lines.join()).toMatch(/^listEndpoints: no response from \S+vpc-endpoints refused/);
  });
});

describe("a path parameter", () => {
  it.each([[""], ["."], [".."], [undefined]])("that is %j is refused by name before anything is sent", async (id) => {
    const { server, client } = await scripted([{}]);
    const path = { vpc_endpoint_id: id as string };
    const message = `path parameter "vpc_endpoint_id" ${id === undefined ? "is missing" : "must not be"}`;
    expect((await rejection(deleteEndpoint(client, path))).message).toContain(message);
    expect((await rejection(client.DELETE(`${LIST}/{vpc_endpoint_id}`, { params: { path } }))).message).toContain(
      message,
    );
    expect((await rejection(listEndpoints(client, { project_id: ".." }))).message).toContain('"project_id"');
    expect(server.seen).toEqual([]);
  });

  it("is refused after a colon, too", async () => {
    const { server, client } = await scripted([{}]);
    const call = client.GET("/v1/things:/{id}" as never, { params: { path: { id: ".." } } } as never);
    expect((await rejection(call)).message).toContain('path parameter "id" must not be ".."');
    expect(server.seen).toEqual([]);
  });

  it("is escaped", async () => {
    const { server, client } = await scripted([{}]);
    await listEndpointInfoDetails(client, { vpc_endpoint_id: "a/../b?c" });
    expect(server.seen[0]?.target).toBe(`/v1/${PROJECT}/vpc-endpoints/a%2F..%2Fb%3Fc`);
  });
});

describe("a client", () => {
  it("keeps the options that it was given, where the caller changes the objects", async () => {
    const { server } = await scripted([{ status: 503 }]);
    const retry = { max: 0 };
    const options = { baseUrl: server.url, projectId: "first", auth: tokenAuth("t"), retry };
    const client = createClient({ ...options, headers: [["X-Own", "1"]] });
    const shared = createClient(options);
    Object.assign(options, { projectId: "second" });
    retry.max = 5;
    await Promise.all(
      [client, shared].map((one) => listEndpoints(one, {}, { retry: { max: undefined } }).catch(() => {})),
    );
    expect(server.seen.map(({ target }) => target)).toEqual(Array(2).fill("/v1/first/vpc-endpoints"));
    expect(server.seen.map(({ headers }) => headers["x-own"]).sort()).toEqual(["1", undefined]);
  });

  it("names itself in User-Agent, after the program", async () => {
    const { server, client } = await scripted([{}], { userAgent: "app/1" });
    await listEndpoints(client, {});
    expect(server.seen[0]?.headers["user-agent"]).toMatch(/^app\/1 vpcep-client\/\d/);
  });

  it("returns the response beside the data on request", async () => {
    const { client } = await scripted([{ headers: { "X-Request-Id": "r-4" }, body: { total_count: 0 } }]);
    const { data, response, requestId } = await withResponse(listEndpoints, client, {});
    expect([data, response.status, requestId]).toEqual([{ total_count: 0 }, 200, "r-4"]);
  });

  it("does not keep the text of a response that was read", async () => {
    const { client } = await scripted([{ body: { total_count: 0 } }]);
    const { response } = await withResponse(listEndpoints, client, {});
    await expect(response.text()).rejects.toThrow(/body/i);
    await expect(response.json()).rejects.toThrow(/body/i);
  });

  it("does not take a response that fetch returned before for an empty one", async () => {
    const once = Response.json({ total_count: 0 });
    const { client } = await scripted([], { fetch: async () => once });
    expect(await listEndpoints(client, {})).toEqual({ total_count: 0 });
    await expect(listEndpoints(client, {})).rejects.toThrow(VpcepConnectionError);
  });

  it("shows a middleware one real request and one response for a call that is retried", async () => {
    const { server, client } = await scripted([{ status: 503 }, {}]);
    const seen: unknown[] = [];
    const middleware = {
      onRequest: ({ request }: { request: Request }) =>
        void seen.push(request instanceof Request, request.headers.get("X-Auth-Token")),
      onResponse: ({ response }: { response: Response }) => void seen.push(response.status),
    };
    client.use(middleware);
    await createEndpoint(client, { body }, { retry: { max: 0 } }).catch(() => {});
    await createEndpoint(client, { body });
    expect(seen).toEqual([true, null, 503, true, null, 200]);
    client.eject(middleware);
    await client.GET(LIST, { middleware: [middleware] });
    expect(seen).toHaveLength(9);
    expect(server.seen.map(({ body: text }) => text && JSON.parse(text))).toEqual([body, body, ""]);
  });

  it("lets a replaced global fetch read the request", async () => {
    const { client } = await scripted([{}]);
    const stub = vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
      const { url, method, headers } = input as Request;
      return Response.json([url, method, headers.get("X-Auth-Token"), await (input as Request).json(), `${input}`]);
    });
    const data = (await createEndpoint(client, { body })) as unknown as string[];
    expect(data.slice(1, 4)).toEqual(["POST", "secret-token", body]);
    expect(data[4]).toBe(data[0]);
    expect(stub.mock.calls[0]?.map((argument) => argument instanceof Request)).toEqual([true, false]);
    stub.mockRestore();
  });

  it("gives a fetch that was replaced before the client was imported an address and its parts", async () => {
    const { server } = await scripted([]);
    const stub = vi.fn<typeof fetch>(async () => Response.json({ total_count: 0 }));
    vi.stubGlobal("fetch", stub);
    vi.resetModules();
    const { createClient, tokenAuth } = await import("@vpcep/client");
    const client = createClient({ baseUrl: server.url, projectId: PROJECT, auth: tokenAuth("secret-token") });
    expect(await listEndpoints(client, {}).finally(() => vi.unstubAllGlobals())).toEqual({ total_count: 0 });
    const [url, init] = stub.mock.calls[0] ?? [];
    expect([url, init?.method]).toEqual([`${server.url}/v1/${PROJECT}/vpc-endpoints`, "GET"]);
    expect(new Headers(init?.headers).get("X-Auth-Token")).toBe("secret-token");
  });

  it("gives a replaced global fetch an object of its own for each attempt", async () => {
    const { client } = await scripted([{}], { timeout: 20 });
    const stub = vi.spyOn(globalThis, "fetch").mockReturnValueOnce(new Promise(() => {}));
    stub.mockResolvedValueOnce(Response.json({}));
    await listEndpoints(client, {});
    expect(stub.mock.calls.map(([, init]) => init?.signal?.aborted)).toEqual([true, false]);
  });

  it("does not retry a request that cannot be made", async () => {
    const attempts: unknown[] = [];
    const { client } = await scripted([{}], { onAttempt: (event) => attempts.push(event) });
    expect(await rejection(client.TRACE(LIST as never))).toBeInstanceOf(TypeError);
    expect(attempts).toEqual([]);
  });

  it("shows a middleware a response with a status that HTTP does not have", async () => {
    const { client } = await scripted([{ status: 700 }]);
    const seen: unknown[] = [];
    client.use({ onResponse: ({ response }) => void seen.push(response.status, response.ok) });
    expect((await client.GET(LIST)).error).toEqual({});
    expect(seen).toEqual([700, false]);
  });

  it("uses the fetch of one call by path, with credentials", async () => {
    const { server, client } = await scripted([{}]);
    const urls: string[] = [];
    await client.GET(LIST, {
      fetch: (request) => {
        urls.push((request as Request).url);
        return globalThis.fetch(request as Request);
      },
    });
    expect(urls).toEqual([`${server.url}/v1/${PROJECT}/vpc-endpoints`]);
    expect(server.seen[0]?.headers["x-auth-token"]).toBe("secret-token");
  });

  it("touches no global before it is used", async () => {
    const touched: string[] = [];
    for (const name of ["fetch", "Request", "Response", "Headers"] as const) {
      vi.stubGlobal(
        name,
        new Proxy(globalThis[name], { get: () => touched.push(name), apply: () => touched.push(name) }),
      );
    }
    vi.resetModules();
    await import("@vpcep/client");
    await import("@vpcep/client/operations");
    vi.unstubAllGlobals();
    expect(touched).toEqual([]);
  });
});
