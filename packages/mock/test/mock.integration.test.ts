import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonContent, listOperations } from "../../../scripts/core/document.ts";
import { exampleRequest } from "../../../scripts/core/example-request.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import { MOCK_COMMAND, startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const operations = listOperations(bundle);

describe("the running mock", () => {
  let mock: MockProcess;
  beforeAll(async () => {
    mock = await startMockProcess();
  });
  afterAll(() => mock.stop());

  /** Returns status, body and violations of the response to an operation's example request. */
  async function ask(
    operation: (typeof operations)[number],
    change: { target?: string; headers?: Record<string, string> } = {},
  ) {
    const request = exampleRequest(bundle, operation);
    const response = await send(
      mock.url + (change.target ?? request.target),
      request.method,
      { ...request.headers, ...change.headers },
      request.body === undefined ? undefined : JSON.stringify(request.body),
    );
    const body = response.body ? (JSON.parse(response.body) as unknown) : undefined;
    return { status: response.status, body, violations: response.headers["sl-violations"] };
  }

  const documented = operations.flatMap((operation) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      name: `${operation.operationId} ${status}`,
      operation,
      status,
      example: Object.values(jsonContent(bundle, response)?.examples ?? {})[0]?.value,
    })),
  );

  it.each(documented)("responds with $name as documented", async ({ operation, status, example }) => {
    const headers: Record<string, string> = status.startsWith("2") ? {} : { Prefer: `code=${status}` };
    expect(await ask(operation, { headers })).toEqual({ status: Number(status), body: example, violations: undefined });
  });

  it.each(operations.filter(({ security }) => security.length))(
    "requires credentials for $operationId",
    async (operation) => {
      const { target, method } = exampleRequest(bundle, operation);
      expect((await send(mock.url + target, method)).status).toBe(401);
    },
  );

  it.each(
    operations.filter(({ parameters }) => parameters.some((parameter) => parameter.schema?.["maxLength"] === 64)),
  )("refuses an id of 65 characters for $operationId", async (operation) => {
    const target = operation.path.replace(/\{[^}]+\}/g, "x".repeat(65));
    expect((await ask(operation, { target })).status).toBe(400);
  });
});

describe("a path that is written out", () => {
  it("takes precedence over one with a parameter in its place", async () => {
    const mock = await startMockProcess();
    const get = async (path: string) => {
      const response = await send(`${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d${path}`, "GET", {
        "X-Auth-Token": "t",
      });
      return JSON.parse(response.body) as Record<string, unknown>;
    };
    try {
      // A service that the owner sees has a backend; the short view of `describe` and the list of `public` have none.
      expect(await get("/vpc-endpoint-services/any")).toHaveProperty("port_id");
      expect(await get("/vpc-endpoint-services/describe?id=any")).not.toHaveProperty("port_id");
      expect(await get("/vpc-endpoint-services/public")).toHaveProperty("endpoint_services");
      expect(await get("/endpoint_service/tags")).toHaveProperty("tags");
    } finally {
      await mock.stop();
    }
  });
});

describe("the command", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("stops cleanly on %s", async (signal) => {
    const mock = await startMockProcess();
    const exit = new Promise((resolve) => mock.process.once("exit", resolve));
    mock.process.kill(signal);
    expect(await exit).toBe(0);
  });

  it("reports in one line that a port is taken, and fails", async () => {
    const mock = await startMockProcess();
    const { port } = new URL(mock.url);
    const second = spawnSync(process.execPath, [MOCK_COMMAND, "--port", port], { encoding: "utf8" });
    await mock.stop();
    expect(second.status).toBe(1);
    expect(second.stderr).toBe(
      `vpcep-mock: cannot listen on 127.0.0.1:${port}: the port is taken; choose another with --port, or 0 for a free one\n`,
    );
  });

  it.each([
    [["--prot", "1"], "vpcep-mock: Unknown option '--prot'"],
    [["--port", "x"], 'vpcep-mock: --port must be a number from 0 to 65535, not "x"'],
    [["--port", "65536"], "vpcep-mock: --port must be"],
    [
      ["--host", "192.0.2.1", "--port", "0"],
      "vpcep-mock: cannot listen on 192.0.2.1:0: this machine has no such address",
    ],
    [["extra"], "vpcep-mock: Unexpected argument 'extra'"],
  ])("reports in one line what is wrong with %j, and fails", (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, [MOCK_COMMAND, ...args], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
