import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient, tokenAuth, VpcepNotFoundError, type ClientOptions } from "@vpcep/client";
import { createEndpoint, listEndpoints } from "@vpcep/client/operations";
import { serve, type ScriptedServer } from "./support/server.ts";
import { COMPAT } from "./support/works-with.ts";

const compat = createRequire(join(COMPAT, "package.json"));
/** Imports a package of the compat folder. */
const load = (name: string): Promise<any> => import(pathToFileURL(compat.resolve(name)).href);

const BODY = { endpoint_service_id: "é", vpc_id: "v" };
const PATH = "/v1/p/vpc-endpoints";

let server: ScriptedServer;
beforeEach(async () => {
  server = await serve(({ method }) =>
    method === "POST" ? { status: 404, body: { error_code: "EndPoint.0005" } } : { body: { total_count: 3 } },
  );
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

/** Makes a call that succeeds and one with a body that fails, with a `fetch` that is handed over as an option. */
async function callWith(fetch?: unknown): Promise<void> {
  const client = createClient({
    baseUrl: server.url,
    projectId: "p",
    auth: tokenAuth("token"),
    fetch: fetch as ClientOptions["fetch"],
  });
  expect(await listEndpoints(client, { limit: 5 })).toEqual({ total_count: 3 });
  await expect(createEndpoint(client, { body: BODY })).rejects.toBeInstanceOf(VpcepNotFoundError);
}

/** Expects that the server received the two calls. */
function expectRequests(): void {
  expect(server.seen.map(({ method, target, body }) => [method, target, body])).toEqual([
    ["GET", `${PATH}?limit=5`, ""],
    ["POST", PATH, JSON.stringify(BODY)],
  ]);
  for (const { headers } of server.seen) {
    expect(headers).toMatchObject({ "x-auth-token": "token", "user-agent": expect.stringContaining("vpcep-client/") });
  }
}

describe("another fetch", () => {
  it("may be that of undici", async () => {
    const { fetch } = await load("undici");
    await callWith(fetch);
    expectRequests();
  });

  it("may be node-fetch", async () => {
    const { default: fetch } = await load("node-fetch");
    await callWith(fetch);
    expectRequests();
  });

  it("may be the global one, replaced after the client was made", async () => {
    const original = globalThis.fetch;
    const urls: string[] = [];
    vi.stubGlobal("fetch", (request: Request, init?: RequestInit) => {
      urls.push(request.url);
      return original(request, init);
    });
    await callWith();
    expect(urls).toHaveLength(2);
    expectRequests();
  });
});

describe("an interceptor", () => {
  const lists = { total_count: 3 };
  const missing = { error_code: "EndPoint.0005" };

  it("may be MSW", async () => {
    const [{ http, HttpResponse }, { setupServer }] = [await load("msw"), await load("msw/node")];
    const interceptor = setupServer(
      http.get(server.url + PATH, () => HttpResponse.json(lists)),
      http.post(server.url + PATH, () => HttpResponse.json(missing, { status: 404 })),
    );
    interceptor.listen({ onUnhandledRequest: "error" });
    await callWith().finally(() => interceptor.close());
    expect(server.seen).toEqual([]);
  });

  it("may be nock", async () => {
    const { default: nock } = await load("nock");
    const scope = nock(server.url).get(`${PATH}?limit=5`).reply(200, lists).post(PATH, BODY).reply(404, missing);
    await callWith().finally(() => nock.restore());
    expect(scope.isDone()).toBe(true);
    expect(server.seen).toEqual([]);
  });

  it("may be the MockAgent of undici", async () => {
    const { MockAgent, fetch } = await load("undici");
    const dispatcher = new MockAgent();
    dispatcher.disableNetConnect();
    const pool = dispatcher.get(server.url);
    pool.intercept({ path: `${PATH}?limit=5` }).reply(200, lists);
    pool.intercept({ path: PATH, method: "POST" }).reply(404, missing);
    await callWith((request: Request, init: object) => fetch(request, { ...init, dispatcher }));
    expect(server.seen).toEqual([]);
  });
});
