import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect, promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient, passwordAuth } from "@vpcep/client";
import { listEndpoints } from "@vpcep/client/operations";
import { rejection } from "./support/server.ts";
import { COMPAT } from "./support/works-with.ts";

const compat = createRequire(join(COMPAT, "package.json"));
/** Imports a package of the compat folder. */
const load = (name: string): Promise<any> => import(pathToFileURL(compat.resolve(name)).href);

const run = promisify(execFile);
const cwd = import.meta.dirname;
const README = readFileSync(join(cwd, "../README.md"), "utf8");
const PASSWORD = "secret-password";

let folder: string;
/** A certificate of an authority that no run-time knows. */
let ca: string;
/** The servers, with and without TLS, and the proxy, which asks for a user and a password. */
let servers: Record<"http" | "https" | "proxy", Server>;
let seen: string[];
let proxied: string[];
const addressOf = (name: keyof typeof servers) =>
  `${name.replace("proxy", "http")}://127.0.0.1:${(servers[name].address() as { port: number }).port}`;
const proxyAs = (password: string) => addressOf("proxy").replace("//", `//user:${password}@`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "proxy-"));
  const { createCA, createCert } = await load("mkcert");
  const subject = { organization: "Test", countryCode: "CN", state: "None", locality: "None", validity: 2 };
  const authority = await createCA(subject);
  ({ cert: ca } = authority);
  writeFileSync(join(folder, "ca.pem"), ca);
  const { key, cert } = await createCert({ ca: authority, domains: ["127.0.0.1"], validity: 2 });
  const respond: RequestListener = (request, response) => {
    seen.push(String(request.url));
    response.end('{"total_count":3}');
  };
  const { createProxy } = await load("proxy");
  const proxy = createProxy(createServer());
  proxy.authenticate = ({ url, headers }: { url: string; headers: Record<string, string> }) => {
    proxied.push(url);
    return headers["proxy-authorization"] === `Basic ${btoa(`user:${PASSWORD}`)}`;
  };
  servers = { http: createServer(respond), https: createSecureServer({ key, cert: cert + ca }, respond), proxy };
  await Promise.all(Object.values(servers).map((server) => once(server.listen(0, "127.0.0.1"), "listening")));
});
beforeEach(() => {
  [seen, proxied] = [[], []];
});
afterAll(() => {
  for (const server of Object.values(servers)) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

/** A program that makes a call to one of the servers, and prints all that the client tells about it. */
const calling = (name: "http" | "https") => `
  import { createClient, tokenAuth } from "@vpcep/client";
  import { listEndpoints } from "@vpcep/client/operations";
  const base = { baseUrl: "${addressOf(name)}", projectId: "p", auth: tokenAuth("token"), retry: { max: 0 } };
  const client = createClient({ ...base, logger: console, onAttempt: console.log });
  await listEndpoints(client, { limit: 5 }).then(({ total_count }) => console.log("total", total_count), console.log);`;

/** Runs a program with a run-time, in an environment that names the proxy and the authority; returns all that it prints. */
async function print(file: string, args: string[], program: string, more: Record<string, string> = {}) {
  const proxy = Object.fromEntries(
    ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"].map((key) => [key, proxyAs(PASSWORD)]),
  );
  const trust = { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem"), DENO_CERT: join(folder, "ca.pem") };
  const env = { ...process.env, NO_PROXY: "", no_proxy: "", NODE_USE_ENV_PROXY: "1", ...proxy, ...trust, ...more };
  const { stdout, stderr } = await run(join(COMPAT, "node_modules", file), [...args, program], { env, cwd });
  return stdout + stderr;
}
const NODE: [file: string, args: string[]] = ["node-24/bin/node", ["--input-type=module", "--eval"]];
const RUNTIMES: [name: string, file: string, args: string[]][] = [
  ["Node 22", "node-22/bin/node", NODE[1]],
  ["Node 24", ...NODE],
  ["Bun", "@oven/bun-linux-x64/bin/bun", ["--eval"]],
  ["Deno", "@deno/linux-x64-glibc/deno", ["eval", "--node-modules-dir=manual"]],
];

describe.each(["http", "https"] as const)("the proxy that the environment names, with its password, for %s", (name) => {
  it.each(RUNTIMES)("is used by %s", async (_, file, args) => {
    const printed = await print(file, args, calling(name));
    expect(printed).toContain("total 3");
    expect(printed).not.toContain(PASSWORD);
    expect([seen.length, proxied.length > 0]).toEqual([1, true]);
  });
});

it.each(RUNTIMES)(
  "the metadata service is asked without a proxy by %s, or with NO_PROXY by Deno",
  async (name, file, args) => {
    const program = `
    import { credentialsFromMetadata } from "@vpcep/client/auth";
    await credentialsFromMetadata({ endpoint: "${addressOf("http")}" })().catch(({ message }) => console.log(message));`;
    const more = name === "Deno" ? { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" } : {};
    expect(await print(file, args, program, more)).toContain("the metadata service has no access key (status 200)\n");
    expect([seen.length, proxied]).toEqual([2, []]);
  },
);

it("is not used without being told to, or for a host of NO_PROXY", async () => {
  expect(await print(...NODE, calling("https"), { NODE_USE_ENV_PROXY: "" })).toContain("total 3");
  expect(await print(...NODE, calling("https"), { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" })).toContain("total 3");
  expect(proxied).toEqual([]);
});

it.each(RUNTIMES)("a wrong password is in nothing that %s prints", async (_, file, args) => {
  const wrong = Object.fromEntries(["HTTPS_PROXY", "https_proxy"].map((key) => [key, proxyAs("wrong-secret")]));
  const printed = await print(file, args, calling("https"), wrong);
  expect(printed).toContain("VpcepConnectionError");
  expect(printed).not.toContain("wrong-secret");
  expect([seen, proxied.length > 0]).toEqual([[], true]);
});

it("no log line has a query", async () => {
  for (const [, file, args] of RUNTIMES) {
    const printed = await print(file, args, calling("https"), { NODE_EXTRA_CA_CERTS: "", DENO_CERT: "" });
    const lines = printed.split("\n").filter((line) => line.startsWith("listEndpoints:"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("limit=5");
  }
});

describe("the ProxyAgent of undici", () => {
  it("is used by the README's clients", async () => {
    const section = README.slice(README.indexOf("## Behind a proxy"), README.indexOf("## Works with"));
    const example = (section.match(/^```js\n(.*?)^```/ms)?.[1] ?? "")
      .replace("http://user:password@proxy:8080", proxyAs(PASSWORD))
      .replace('"ca.pem"', JSON.stringify(join(folder, "ca.pem")))
      .replace('region: "cn-north-4"', `baseUrl: "${addressOf("https")}"`)
      .replace('"undici"', JSON.stringify(pathToFileURL(compat.resolve("undici")).href));
    const call = `import { listEndpoints } from "@vpcep/client/operations";
      console.log("total", (await listEndpoints(client, {})).total_count);
      await dispatcher.close();`;
    const env = { ...process.env, HUAWEICLOUD_SDK_TOKEN: "any" };
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", example + call], { cwd, env });
    expect(stdout).toBe("total 3\n");
    expect([seen.length, proxied.length]).toEqual([1, 1]);
  });

  it.each([
    ["an unknown authority", PASSWORD, "SELF_SIGNED_CERT_IN_CHAIN"],
    ["a wrong password", "wrong-secret", "UND_ERR_ABORTED"],
  ])("makes a login fail with %s, which no error shows", async (_, password, code) => {
    const { fetch, ProxyAgent } = await load("undici");
    const dispatcher = new ProxyAgent(proxyAs(password));
    const options = { domain: "d", user: "u", password: "iam-secret", project: "p", iamEndpoint: addressOf("https") };
    const client = createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: "p",
      auth: passwordAuth(options),
      fetch: (request, init) => fetch(request, { ...init, dispatcher }),
      retry: { max: 0 },
    });
    const error = await rejection(listEndpoints(client, {}));
    expect(error.message).toBe(`authentication: no response from ${addressOf("https")}: ${code}`);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toMatch(/secret/);
    expect([seen, proxied.length]).toEqual([[], 1]);
    await dispatcher.close();
  });
});
