import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient, passwordAuth, tokenAuth, VpcepNotFoundError, type ClientOptions } from "@vpcep/client";
import { createEndpoint, listEndpoints } from "@vpcep/client/operations";
import { serve, type ScriptedServer } from "./support/server.ts";
import { COMPAT } from "./support/works-with.ts";

const compat = createRequire(join(COMPAT, "package.json"));
/** Imports a package of the compat folder. */
const load = (name: string): Promise<any> => import(pathToFileURL(compat.resolve(name)).href);

const run = promisify(execFile);
const cwd = import.meta.dirname;
const README = readFileSync(join(cwd, "../README.md"), "utf8");

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

describe("behind a proxy", () => {
  let proxy: Server;
  let address: string;
  let proxied: string[];
  beforeAll(async () => {
    const { createProxy } = await load("proxy");
    proxy = createProxy(createServer());
    proxy.prependListener("request", ({ url }) => proxied.push(String(url)));
    proxy.prependListener("connect", ({ url }) => proxied.push(String(url)));
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    address = `http://127.0.0.1:${(proxy.address() as { port: number }).port}`;
  });
  beforeEach(() => {
    proxied = [];
  });
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  /** Runs a program with a run-time, in an environment that names the proxy. */
  async function runBehindProxy(file: string, args: string[], more: Record<string, string> = {}): Promise<string> {
    const program = `
      import { createClient, tokenAuth } from "@vpcep/client";
      import { listEndpoints } from "@vpcep/client/operations";
      const client = createClient({ baseUrl: "${server.url}", projectId: "p", auth: tokenAuth("token") });
      console.log("total", (await listEndpoints(client, { limit: 5 })).total_count);`;
    const env = { ...process.env, HTTP_PROXY: address, http_proxy: address, NO_PROXY: "", no_proxy: "", ...more };
    const { stdout } = await run(file, [...args, program], { env, cwd });
    return stdout;
  }

  it.each([
    ["Node 22", "node-22/bin/node", ["--input-type=module", "--eval"]],
    ["Node 24", "node-24/bin/node", ["--input-type=module", "--eval"]],
    ["Bun", "@oven/bun-linux-x64/bin/bun", ["--eval"]],
    ["Deno", "@deno/linux-x64-glibc/deno", ["eval", "--node-modules-dir=manual"]],
  ])("%s uses the proxy that the environment names", async (_name, file, args) => {
    const printed = await runBehindProxy(join(COMPAT, "node_modules", file), args, { NODE_USE_ENV_PROXY: "1" });
    expect(printed).toBe("total 3\n");
    expect(proxied.length).toBeGreaterThan(0);
  });

  it("Node uses none without being told to", async () => {
    const args = ["--input-type=module", "--eval"];
    expect(await runBehindProxy(join(COMPAT, "node_modules/node-24/bin/node"), args)).toBe("total 3\n");
    expect(proxied).toEqual([]);
  });

  it("the README's client uses the ProxyAgent of undici", async () => {
    const section = README.slice(README.indexOf("## Behind a proxy"));
    const example = (section.match(/^```js\n(.*?)^```/ms)?.[1] ?? "")
      .replace("http://proxy:8080", address)
      .replace('region: "cn-north-4"', `baseUrl: "${server.url}"`)
      .replace('"undici"', JSON.stringify(pathToFileURL(compat.resolve("undici")).href));
    const call = `import { listEndpoints } from "@vpcep/client/operations";
      console.log("total", (await listEndpoints(client, {})).total_count);
      await dispatcher.close();`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", example + call], { cwd });
    expect(stdout).toBe("total 3\n");
    expect(proxied.length).toBeGreaterThan(0);
  });

  it("a login uses the same fetch", async () => {
    const { fetch, ProxyAgent } = await load("undici");
    const dispatcher = new ProxyAgent(address);
    const options = { domain: "d", user: "u", password: "p", project: "p", iamEndpoint: server.url };
    const client = createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: "p",
      auth: passwordAuth(options),
      fetch: (request, init) => fetch(request, { ...init, dispatcher }),
      retry: { max: 0 },
    });
    await expect(listEndpoints(client, {})).rejects.toThrow("passwordAuth");
    expect(server.seen.map(({ target }) => target)).toEqual(["/v3/auth/tokens"]);
    expect(proxied.length).toBeGreaterThan(0);
    await dispatcher.close();
  });
});
