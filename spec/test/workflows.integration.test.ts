import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BUNDLE, ROOT } from "../../scripts/core/artifact.ts";
import { runWorkflows, WORKFLOWS } from "../../scripts/core/arazzo.ts";
import { plant } from "../../scripts/testing/bundle.ts";
import { send } from "../../scripts/testing/http.ts";
import { startMockProcess, type MockProcess } from "../../scripts/testing/start-mock.ts";

// From the sample data of spec/README.md.
const INPUTS = {
  project_id: "6e9dfd51d1124e8d8498dce894923a0d",
  // Characters that a token may have.
  token: "secret+token/with,comma==",
  service_id: "4189d3c2-8882-4871-a3c2-d380272eed88",
  account_id: "1564ec50ef2a47c791ea5536353ed4b9",
  vpc_id: "4189d3c2-8882-4871-a3c2-d380272eed80",
  port_id: "4189d3c2-8882-4871-a3c2-d380272eed83",
  endpoint_vpc_id: "d7b2bf07-1b4c-43fa-bd88-d80c6ebea140",
  subnet_id: "61881173-3899-4981-a700-170253d469b6",
};

let mock: MockProcess;
let folder: string;
beforeAll(async () => {
  mock = await startMockProcess(["--port", "0", "--stateful"]);
  folder = mkdtempSync(join(tmpdir(), "workflows-"));
});
afterAll(async () => {
  await mock.stop();
  rmSync(folder, { recursive: true });
});

describe("the workflows", () => {
  it.each(WORKFLOWS)("pass against the mock: %s", async (file) => {
    const { passed, output } = await runWorkflows([file], mock.url, INPUTS);
    expect(output).toMatch(/Checks: [1-9]\d* passed/);
    expect(passed, output).toBe(true);
    expect(output).not.toContain(INPUTS.token);
  });

  it("delete what they create", async () => {
    const state = async () => (await send(`${mock.url}/__mock/state?project_id=${INPUTS.project_id}`, "GET")).body;
    await send(`${mock.url}/__mock/reset`, "POST");
    const ids = (text: string) => [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))].sort();
    const before = ids(await state());
    await runWorkflows(WORKFLOWS, mock.url, INPUTS);
    expect(before.length).toBeGreaterThan(3);
    expect(ids(await state())).toEqual(before);
  });

  it("fail when the service fails", async () => {
    await send(
      `${mock.url}/__mock/faults`,
      "POST",
      { "Content-Type": "application/json" },
      '{"times":50,"status":500}',
    );
    expect((await runWorkflows(["spec/workflows/inspect.arazzo.yaml"], mock.url, INPUTS)).passed).toBe(false);
    await send(`${mock.url}/__mock/faults`, "DELETE");
  });

  it("fail when a step expects another status", async () => {
    const text = readFileSync(join(ROOT, "spec/workflows/tags.arazzo.yaml"), "utf8").replace(
      "../dist/openapi.yaml",
      BUNDLE,
    );
    const file = join(folder, "tags.arazzo.yaml");
    writeFileSync(file, plant(text, "$statusCode == 204", "$statusCode == 200"));
    expect((await runWorkflows([file], mock.url, INPUTS)).passed).toBe(false);
    writeFileSync(file, text);
    expect((await runWorkflows([file], mock.url, INPUTS)).passed).toBe(true);
  });
});

describe("pnpm verify:live", () => {
  /** Runs the command asynchronously, since it may call a server in this process. */
  const verify = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const options = { env: { PATH: process.env["PATH"] ?? "", ...env } };
      execFile(
        process.execPath,
        [join(ROOT, "scripts/tasks/verify-live.ts"), ...args],
        options,
        (error, stdout, stderr) => {
          resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
        },
      );
    });
  const credentials = { HUAWEICLOUD_SDK_TOKEN: INPUTS.token, HUAWEICLOUD_SDK_PROJECT_ID: INPUTS.project_id };

  it("exits with 1 without credentials, and names the missing variables", async () => {
    const { status, stderr } = await verify({});
    expect(status).toBe(1);
    expect(stderr).toContain("verify:live: not set: HUAWEICLOUD_SDK_PROJECT_ID, HUAWEICLOUD_SDK_TOKEN");
    expect((await verify(credentials)).stderr).toContain("VPCEP_REGION is not set");
    expect((await verify({ ...credentials, VPCEP_BASE_URL: "http://user:word@127.0.0.1" })).stderr).toContain(
      "VPCEP_BASE_URL must be an address",
    );
    expect((await verify({ ...credentials, VPCEP_REGION: "mars-1" })).stderr).toContain('there is no region "mars-1"');
  });

  it("sends the whole token and prints none of it, even if the service repeats it", async () => {
    const seen = new Set<unknown>();
    const server = createServer((request, response) => {
      seen.add(request.headers["x-auth-token"]);
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify({ total_count: `from ${request.headers["x-auth-token"]}` }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { status, stdout, stderr } = await verify({ ...credentials, VPCEP_BASE_URL: address });
    server.close();
    expect([status, [...seen]]).toEqual([1, [INPUTS.token]]);
    expect(stdout).toContain("from ***");
    expect(stdout + stderr).not.toContain("secret");
  });

  it("writes what differs to a report, which names neither the token nor the project", async () => {
    const server = createServer((request, response) => {
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify({ total_count: `from ${request.headers["x-auth-token"]}`, vpcs: [INPUTS.project_id] }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const file = join(folder, "real.json");
    const { status, stdout } = await verify({ ...credentials, VPCEP_BASE_URL: address }, "--report", file);
    server.close();
    expect(status).toBe(1);
    expect(stdout).toMatch(/proxy: [1-9]\d* requests, [1-9]\d* violations/);
    const report = readFileSync(file, "utf8");
    expect(report).not.toMatch(/secret|6e9dfd51/);
    expect(JSON.parse(report)).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({ place: "response.body.total_count", rule: "type", found: "string" }),
      ]),
    });
  });

  it("only reads without --write", async () => {
    await send(`${mock.url}/__mock/reset`, "POST");
    const { status, stdout } = await verify({ ...credentials, VPCEP_BASE_URL: mock.url });
    expect(status).toBe(0);
    expect(stdout).toContain("inspect.arazzo.yaml");
    expect(stdout).not.toMatch(/\b(POST|PUT|DELETE) \//);
    expect(stdout).not.toContain(INPUTS.token);
  });

  it("requires every input of the workflows that write", async () => {
    const { status, stderr } = await verify({ ...credentials, VPCEP_BASE_URL: mock.url }, "--write");
    expect(status).toBe(1);
    expect(stderr).toContain("VPCEP_SUBNET_ID");
  });
});
