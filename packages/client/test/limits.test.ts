import { execFile } from "node:child_process";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient, tokenAuth, VpcepTimeoutError, type Auth, type ClientOptions } from "@vpcep/client";
import { createEndpoint, listEndpoints } from "@vpcep/client/operations";
import { rejection, serve, type Reply, type ScriptedServer } from "./support/server.ts";

const LIST = "/v1/{project_id}/vpc-endpoints";
const open: ScriptedServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function scripted(script: Reply[], options: Partial<ClientOptions> = {}) {
  const server = await serve(script);
  open.push(server);
  const base = { baseUrl: server.url, projectId: "p", auth: tokenAuth("secret-token"), timeout: 200 };
  return { server, client: createClient({ ...base, retry: { baseDelay: 0 }, ...options }) };
}

/** Sends a status and the start of a body. */
const start = (status: number, more: (response: ServerResponse) => void) => (response: ServerResponse) => {
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": 1_000 });
  response.write('{"total');
  setTimeout(more, 10, response);
};
const cut = (response: ServerResponse) => response.socket?.destroy();
const stall = () => {};

/** Sends a body without an end, as fast as it is taken, and counts its bytes. */
const endless = (counter: { bytes: number }) => (response: ServerResponse) => {
  response.writeHead(503);
  const chunk = Buffer.alloc(16 * 1024, "x");
  const more = () => {
    while (response.writable && response.write(chunk)) counter.bytes += chunk.length;
  };
  response.on("drain", more);
  more();
};

describe("a response body that", () => {
  it.each([
    ["breaks off", start(200, cut), 200],
    ["stalls", start(200, stall), 200],
    ["breaks off in an error response", start(404, cut), 200],
  ])("%s makes a GET retry", async (_, reply) => {
    const { server, client } = await scripted([reply, { body: { total_count: 1 } }]);
    expect(await listEndpoints(client, {})).toEqual({ total_count: 1 });
    expect(server.seen).toHaveLength(2);
  });

  it("breaks off makes a POST fail", async () => {
    const { server, client } = await scripted([start(200, cut), {}]);
    const error = await rejection(createEndpoint(client, { body: { endpoint_service_id: "s", vpc_id: "v" } }));
    expect([error.name, server.seen.length]).toEqual(["VpcepConnectionError", 1]);
  });

  it("has no end is not read where the request is retried", async () => {
    const counter = { bytes: 0 };
    const { server, client } = await scripted([endless(counter), { body: { total_count: 1 } }]);
    await listEndpoints(client, {});
    const { bytes } = counter;
    await vi.waitFor(async () => expect(await server.connections()).toBe(1));
    expect(counter.bytes - bytes).toBeLessThan(4 * 1024 * 1024);
    expect(counter.bytes).toBeLessThan(16 * 1024 * 1024);
  });

  it("has no end is cut off in an error", async () => {
    const { client } = await scripted([endless({ bytes: 0 })], { retry: { max: 0 } });
    const error = await rejection(listEndpoints(client, {}));
    expect(error.status).toBe(503);
    // Whole chunks, of 64 kB at most.
    expect(error.body.length / 1024).toBeGreaterThanOrEqual(1024);
    expect(error.body.length / 1024).toBeLessThanOrEqual(1024 + 64);
  });

  it("is short leaves its connection to the next request", async () => {
    const { server, client } = await scripted([{ status: 503, headers: { "Retry-After": "0.05" } }, {}]);
    await listEndpoints(client, {});
    expect(await server.connections()).toBe(1);
  });

  it("is streamed ends with the signal of the call", async () => {
    const { client } = await scripted([start(200, stall)]);
    const controller = new AbortController();
    const { data } = await client.GET(LIST, { parseAs: "stream", signal: controller.signal });
    const reader = (data as unknown as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"total');
    const rest = rejection(reader.read());
    controller.abort("enough");
    expect(await rest).toBe("enough");
  });
});

it("lets the process end where a response that it gave up stalls", async () => {
  const { server } = await scripted([start(503, stall), { body: { total_count: 1 } }]);
  const program = `
    import { createClient, tokenAuth } from "@vpcep/client";
    import { listEndpoints } from "@vpcep/client/operations";
    const client = createClient({ baseUrl: "${server.url}", projectId: "p", auth: tokenAuth("t"), retry: { baseDelay: 0 } });
    console.log(await listEndpoints(client, {}));`;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
    timeout: 10_000,
  });
  expect((await run).stdout).toBe("{ total_count: 1 }\n");
});

describe("credentials", () => {
  it.each([
    ["a token function", tokenAuth(() => new Promise(() => {}))],
    ["an object", { authenticate: () => new Promise<void>(() => {}) }],
  ] as [string, Auth][])("of %s that never come end with the time limit and the signal", async (_, auth) => {
    const { server, client } = await scripted([{}], { auth, timeout: 50 });
    const error = await rejection(listEndpoints(client, {}));
    expect(error).toBeInstanceOf(VpcepTimeoutError);
    expect(error).toMatchObject({
      attempts: 0,
      message: expect.stringContaining("no credentials within 50 ms; raise "),
    });
    const controller = new AbortController();
    const waiting = rejection(listEndpoints(client, {}, { timeout: 0, signal: controller.signal }));
    controller.abort("enough");
    expect(await waiting).toBe("enough");
    expect(server.seen).toEqual([]);
  });

  it.each(["text", "json", "arrayBuffer", "blob", "clone"] as const)(
    "may read the response to a request of their own by %s()",
    async (read) => {
      const auth: Auth = {
        authenticate: async ({ fetch }) => void (await (await fetch(server.url))[read]()),
      };
      const { server, client } = await scripted([{}], { auth });
      expect(await listEndpoints(client, {})).toEqual({});
    },
  );

  it("get the address as it is sent, and the project", async () => {
    const seen: unknown[] = [];
    const auth: Auth = { authenticate: ({ url, projectId }) => void seen.push(new URL(url).href === url, projectId) };
    const { client } = await scripted([{}], { auth, querySerializer: () => "a='é" });
    await client.GET(LIST, { params: { path: { project_id: "other" } } });
    await client.GET("/{version}", { params: { path: { version: "v1" } } });
    expect(seen).toEqual([true, "other", true, "p"]);
  });

  it("get a signal that aborts with the call", async () => {
    let signal: AbortSignal | undefined;
    const auth: Auth = { authenticate: (request) => ((signal = request.signal), new Promise<void>(() => {})) };
    const { client } = await scripted([{}], { auth, timeout: 20 });
    await rejection(listEndpoints(client, {}));
    expect(signal?.reason).toBeInstanceOf(VpcepTimeoutError);
  });

  it("of every kind are refreshed once for the calls that are refused at the same time", async () => {
    let [valid, refreshes] = ["first-token", 0];
    const auth: Auth = {
      async authenticate({ headers }, unauthorized) {
        if (unauthorized) {
          refreshes++;
          await new Promise((resolve) => setTimeout(resolve, 20));
          valid = "other-token";
        }
        headers.set("X-Auth-Token", valid);
        return true;
      },
    };
    const server = await serve(({ headers }) => ({ status: headers["x-auth-token"] === "other-token" ? 200 : 401 }));
    open.push(server);
    const client = createClient({ baseUrl: server.url, projectId: "p", auth });
    await Promise.all(Array.from({ length: 20 }, () => listEndpoints(client, {})));
    expect(refreshes).toBe(1);
  });

  it("are refreshed by the next call when the first one aborts", async () => {
    const controller = new AbortController();
    let refreshes = 0;
    const auth: Auth = {
      async authenticate({ headers, signal }, unauthorized) {
        headers.set("X-Auth-Token", unauthorized ? "other-token" : "first-token");
        if (unauthorized && !refreshes++) {
          await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        }
        return true;
      },
    };
    const { server, client } = await scripted([{ status: 401 }, { status: 401 }, {}], { auth, timeout: 0 });
    const first = rejection(listEndpoints(client, {}, { signal: controller.signal }));
    await vi.waitFor(() => expect(refreshes).toBe(1));
    const second = listEndpoints(client, {});
    await vi.waitFor(() => expect(server.seen).toHaveLength(2));
    controller.abort("enough");
    expect([await first, await second, refreshes]).toEqual(["enough", {}, 2]);
  });
});
