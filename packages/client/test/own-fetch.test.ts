import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { expect, it, vi } from "vitest";
import { createClient, tokenAuth, type ClientOptions } from "@vpcep/client";
import { createEndpoint, deleteEndpoint, listEndpoints, withResponse } from "@vpcep/client/operations";
import { rejection } from "./support/server.ts";

const client = (fetch: unknown, more: Partial<ClientOptions> = {}) => {
  const options = { baseUrl: "http://h", projectId: "p", auth: tokenAuth("t"), retry: { max: 0 }, ...more };
  return createClient({ ...options, fetch: fetch as typeof globalThis.fetch });
};
/** A response as some implementations of `fetch` make it, and `new Response` does not. */
const odd = (members: object) =>
  Object.defineProperties(
    new Response("{}"),
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value }])),
  );

it("may return a response rather than a promise", async () => {
  const stub = () => Response.json({ total_count: 1 });
  expect(await listEndpoints(client(stub), {})).toEqual({ total_count: 1 });
  vi.stubGlobal("fetch", stub);
  expect(await listEndpoints(client(undefined), {}).finally(() => vi.unstubAllGlobals())).toEqual({ total_count: 1 });
});

it.each([
  [204, true, undefined],
  [205, true, {}],
  [304, false, 304],
  [600, false, 600],
  [999, false, 999],
])("may give a response of status %i a body, also where a middleware looks", async (status, ok, outcome) => {
  for (const middleware of [[], [{ onResponse() {} }]]) {
    const observed = client(async () => odd({ status, ok }));
    observed.use(...middleware);
    const call = deleteEndpoint(observed, { vpc_endpoint_id: "e" });
    expect(await call.catch((error) => error.status)).toEqual(outcome);
  }
});

it("may return a response that cannot be changed", async () => {
  const frozen = async () => Object.freeze(Response.json({ total_count: 1 }));
  expect(await listEndpoints(client(frozen), {})).toEqual({ total_count: 1 });
});

/** A class of requests that keeps its parts in members, as polyfills do. */
class PlainMembers {
  url: unknown;
  headers: Headers;
  constructor(url: unknown, { headers }: RequestInit) {
    this.url = url;
    this.headers = new Headers(headers);
  }
  arrayBuffer = async () => new ArrayBuffer(0);
}

it.each(["json", "stream"] as const)("gets a request of another class with credentials, for %s", async (parseAs) => {
  const echo = async ({ headers }: Request) => Response.json(headers.get("X-Auth-Token"));
  const { data } = await client(echo, { Request: PlainMembers as never }).GET("/v1/{project_id}/quotas", { parseAs });
  expect(await new Response(parseAs === "json" ? JSON.stringify(data) : (data as never)).json()).toBe("t");
});

it("may ignore the signal, and return a stream of its own after the limit", async () => {
  const late = async () => (await sleep(40), odd({ body: Readable.from(["{}"]) }));
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  process.on("unhandledRejection", note);
  expect((await rejection(listEndpoints(client(late, { timeout: 20 }), {}))).name).toBe("VpcepTimeoutError");
  await sleep(60);
  process.off("unhandledRejection", note);
  expect(failures).toEqual([]);
});

it("may ignore the signal, and respond to an attempt that was given up while the next one is under way", async () => {
  const late = async () => (await sleep(150), new Response(null, { status: 503 }));
  class Slow extends Response {
    override text = async () => (await sleep(80), "{}");
  }
  const fetch = vi.fn<() => Promise<Response>>(async () => new Slow("{}")).mockImplementationOnce(late);
  await listEndpoints(client(fetch, { timeout: 100, retry: { max: 2, baseDelay: 1 } }), {});
  expect(fetch).toHaveBeenCalledTimes(2);
});

it("is not called where the credentials abort the call", async () => {
  const controller = new AbortController();
  const auth = { authenticate: () => controller.abort("changed") };
  const fetch = vi.fn<() => Promise<Response>>(async () => Response.json({}));
  const call = listEndpoints(client(fetch, { auth }), {}, { signal: controller.signal });
  await expect(call).rejects.toBe("changed");
  expect(fetch).not.toHaveBeenCalled();
});

it("gets a request that has a member like those of RequestInit", async () => {
  class WithInit extends Request {
    init = { method: "DELETE" };
  }
  const echo = async (request: Request) => Response.json([request instanceof WithInit, request.method]);
  const { data } = await client(echo, { Request: WithInit }).GET("/v1/{project_id}/quotas");
  expect(data).toEqual([true, "GET"]);
});

it("may return a response that gives its text again", async () => {
  class Again extends Response {
    override async text() {
      return '{"total_count":1}';
    }
  }
  const { data, response } = await withResponse(
    listEndpoints,
    client(() => new Again("{}")),
    {},
  );
  expect([data, await response.text()]).toEqual([{ total_count: 1 }, '{"total_count":1}']);
});

it("rejects with an error of its own, where a hook throws it again", async () => {
  const broken = new TypeError("broken");
  const onAttempt = ({ error }: { error?: unknown }) => {
    throw error;
  };
  const call = listEndpoints(
    client(() => Promise.reject(broken), { onAttempt }),
    {},
  );
  await expect(call).rejects.toBe(broken);
});

it.each([
  ["a text", "down", "down"],
  ["a DOMException, whose code is a number", new DOMException("too slow", "TimeoutError"), "too slow"],
  ["a symbol", Symbol("s"), undefined],
  ["an object without a prototype", Object.assign(Object.create(null), { message: "m" }), "m"],
  ["an error with a code", Object.assign(new Error("m"), { code: "ECONNRESET" }), "ECONNRESET"],
])("may fail with %s", async (_kind, reason, shown) => {
  const { message, cause } = await rejection(
    listEndpoints(
      client(() => Promise.reject(reason)),
      {},
    ),
  );
  expect(message).toBe(`listEndpoints: no response from http://h: ${shown}`);
  expect(cause).toBe(reason);
});

it.each([
  ["message", (text: string) => new Error(text)],
  [
    "cause",
    (text: string) => new Error("failed", { cause: new Error("sent", { cause: new Error(text, { cause: 1 }) }) }),
  ],
  ["text", (text: string) => text],
])("cannot show a token by the %s of its error", async (_place, make) => {
  const lines: unknown[] = [];
  const log = (line: unknown) => lines.push(inspect(line, { depth: 9 }));
  const options = { auth: tokenAuth("secret-token"), logger: { debug: log }, onAttempt: log };
  const failing = async ({ headers }: Request) => {
    throw make(`could not send ${headers.get("X-Auth-Token")}`);
  };
  log(await rejection(listEndpoints(client(failing, options), {})));
  expect(lines.join()).toContain("could not send ***");
  expect(lines.join()).not.toContain("secret-token");
});

it("is retried by the code of an error that quotes a secret", async () => {
  const reason = new TypeError("no way to secret-token", { cause: { code: "ECONNREFUSED" } });
  const fetch = vi.fn<() => Promise<Response>>(() => Promise.reject(reason));
  const sender = client(fetch, { auth: tokenAuth("secret-token"), retry: { max: 1, baseDelay: 1 } });
  const call = createEndpoint(sender, { body: { endpoint_service_id: "s", vpc_id: "v" } });
  expect(await rejection(call)).toMatchObject({ attempts: 2, message: expect.stringContaining("no way to ***") });
});

it("times out with a VpcepTimeoutError, also where its message has the value of a header", async () => {
  const hanging = () => new Promise(() => {});
  const headers = { "Idempotency-Key": "listEndpoints" };
  const call = listEndpoints(client(hanging, { timeout: 20 }), {}, { headers });
  expect((await rejection(call)).name).toBe("VpcepTimeoutError");
});
