import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import { afterAll, describe, expect, it } from "vitest";
import { readFile } from "../../../scripts/testing/bundle.ts";
import { MOCK_COMMAND } from "../../../scripts/testing/start-mock.ts";
import { startMock } from "../dist/index.js";
import { ask, PROJECT } from "./support/ask.ts";

const folder = mkdtempSync(join(tmpdir(), "vpcep-mock-steer-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the README's program", () => {
  const readme = readFile("packages/mock/README.md");
  it.each([
    ["python", "python3", "steer.py"],
    ["java", "java", "Steer.java"],
  ])("in %s steers a mock", async (language, command, name) => {
    const [, code = ""] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(readme) ?? [];
    writeFileSync(join(folder, name), code);
    const mock = await startMock();
    await promisify(execFile)(command, [join(folder, name)], { env: { ...process.env, VPCEP_BASE_URL: mock.url } });
    const statuses = mock.calls.map(({ status }) => status);
    await mock.stop();
    expect(statuses).toEqual([503, 503, 200]);
  });
});

it("the vendor's SDK finds its project ID", async () => {
  const mock = await startMock({ accessKey: ["ak:sk"] });
  const credentials = new BasicCredentials().withAk("ak").withSk("sk").withIamEndpoint(mock.url);
  const client = new HcClient(new DefaultHttpClient({ disableSslVerification: true }, [mock.url])).withCredential(
    credentials,
  );
  await credentials.processAuthParams(client, "eu-west-101");
  await mock.stop();
  expect(credentials.projectId).toBe(PROJECT);
});

describe("a mock with --data", () => {
  const data = join(folder, "data.jsonl");

  async function start(): Promise<[ChildProcess, string]> {
    const child = spawn(process.execPath, [MOCK_COMMAND, "--port", "0", "--stateful", "--empty", "--data", data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return [child, String(line).match(/http:\S+/)?.[0] as string];
  }

  /** Values of the tag of the service that the test writes to. */
  async function tags(url: string, id: string): Promise<string[]> {
    const { body } = await ask(url, "listServiceDetails", { path: { vpc_endpoint_service_id: id } });
    return (body.tags as { value: string }[]).map(({ value }) => value);
  }

  it("loses at most the last request when it is killed, fifty times", async () => {
    let [child, url] = await start();
    const ports = [{ client_port: 80, server_port: 80 }];
    const service = { port_id: "4189d3c2-8882-4871-a3c2-000000000001", vpc_id: "v", server_type: "VM", ports };
    const { id } = (await ask(url, "createEndpointService", { body: service })).body;
    let written = 0;
    for (let kill = 0; kill < 50; kill += 1) {
      const running = child;
      const ended = once(running, "exit");
      let isScheduled = false;
      let isAlive = true;
      while (isAlive) {
        const body = { action: "create", tags: [{ key: "count", value: String(written + 1) }] };
        const path = { resource_type: "endpoint_service", resource_id: id };
        const sent = ask(url, "batchAddOrRemoveResourceInstance", { path, body });
        isAlive = await sent.then(({ status }) => status === 204).catch(() => false);
        if (isAlive) written += 1;
        if (isScheduled) continue;
        isScheduled = true;
        setTimeout(() => running.kill("SIGKILL"), (kill * 7) % 50);
      }
      await ended;
      [child, url] = await start();
      const [value = "0"] = await tags(url, id);
      expect([written, written + 1]).toContain(Number(value));
      written = Number(value);
    }
    child.kill();
    expect(written).toBeGreaterThan(50);
  }, 600_000);
});
