import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOCK_COMMAND, startMockProcess } from "../../../scripts/testing/start-mock.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import { PROJECT } from "./support/ask.ts";

const LIST = `/v1/${PROJECT}/vpc-endpoint-services`;

const folder = mkdtempSync(join(tmpdir(), "vpcep-mock-pipeline-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A command that sends requests, each with a method, a path and headers or a body, and ends with a code. */
const client = join(folder, "client.mjs");
writeFileSync(
  client,
  `const [code, ...requests] = process.argv.slice(2);
for (const request of requests) {
  const { method = "GET", path, headers, body } = JSON.parse(request);
  await fetch(process.env.VPCEP_BASE_URL + path, { method, body, headers: { "X-Auth-Token": "t", ...headers } });
}
console.log("the client's own output");
process.exitCode = Number(code);
`,
);
type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };
const sends = (code: number, requests: Sent[]) => [
  process.execPath,
  client,
  String(code),
  ...requests.map((request) => JSON.stringify(request)),
];

/** Runs a mock, and perhaps a command with it, to the end. */
async function run(options: string[], command?: string[]) {
  const child = spawn(process.execPath, [MOCK_COMMAND, ...options, ...(command ? ["--", ...command] : [])], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, stdout, stderr };
}

const valid: Sent[] = [
  { path: LIST },
  { path: `${LIST}/unknown` },
  { path: LIST, headers: { Prefer: "code=400" } },
  { path: "/__mock/nothing" },
];
const invalid: Sent[] = [
  { path: `${LIST}?limit=x` },
  { path: LIST, headers: { "X-Auth-Token": "" } },
  { path: LIST, headers: { Accept: "garbage" } },
  { path: LIST, headers: { Prefer: "code=x" } },
  { path: LIST, method: "POST", headers: { "Content-Type": "application/json" }, body: '{"a":' },
  { path: "/a/<b>&/c/d" },
  { path: LIST, method: "PATCH" },
];

describe("a mock with a command", () => {
  it("runs it with its address, keeps off its output, and passes on its exit code", async () => {
    for (const code of [0, 7]) {
      const { status, stdout, stderr } = await run(["--stateful"], sends(code, valid));
      expect([status, stdout]).toEqual([code, "the client's own output\n"]);
      expect(stderr).toMatch(/^vpcep-mock is ready on http:\/\/127\.0\.0\.1:\d+\n$/);
    }
  });

  it("listens on a free port, unless one is given", async () => {
    const other = await startMockProcess();
    const print = [process.execPath, "-p", "process.env.VPCEP_BASE_URL"];
    const environment = join(folder, "port.json");
    writeFileSync(environment, JSON.stringify({ port: Number(new URL(other.url).port) }));
    const [free, taken] = [await run([], print), await run(["--config", environment], print)];
    await other.stop();
    expect([free.status, free.stdout.includes(":4010")]).toEqual([0, false]);
    expect([taken.status, taken.stdout, taken.stderr.includes("the port is taken")]).toEqual([1, "", true]);
  });

  it.each([
    ["a command that is not there", ["./none"], 127, "cannot run ./none"],
    ["no command", [], 1, "-- requires a command after it"],
    ["one that a signal ends", ["sh", "-c", "kill -TERM $$"], 143, "is ready"],
  ])("fails with %s", async (_, command, code, message) => {
    const { status, stderr } = await run([], command);
    expect([status, stderr]).toEqual([code, expect.stringContaining(message)]);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("passes on %s, and waits for the command to tidy up", async (signal) => {
    const script = `process.on("${signal}", () => setTimeout(() => { console.log("tidy"); process.exit(3); }, 50)); setInterval(() => {}, 1000); console.log("up")`;
    const child = spawn(process.execPath, [MOCK_COMMAND, "--", process.execPath, "-e", script], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      if (output === "up\n") child.kill(signal);
    });
    expect(await once(child, "exit")).toEqual([3, null]);
    expect(output).toBe("up\ntidy\n");
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129],
  ] as const)("passes on %s to what the command started, too, once", async (signal, code) => {
    const inner = `process.on("${signal}", () => { console.log("told"); setTimeout(() => process.exit(), 50); }); setInterval(() => {}, 1000); console.log("up")`;
    const command = ["sh", "-c", `"${process.execPath}" -e '${inner}'; sleep 60`];
    const child = spawn(process.execPath, [MOCK_COMMAND, "--", ...command], { stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      if (output === "up\n") child.kill(signal);
    });
    // The output ends when every process that could write to it has ended.
    expect(await once(child, "close")).toEqual([code, null]);
    expect(output).toBe("up\ntold\n");
  });
});

describe("--fail-on-invalid", () => {
  it("succeeds with valid requests, even where the response is an error", async () => {
    expect((await run(["--stateful", "--fail-on-invalid"], sends(0, valid))).status).toBe(0);
  });

  it.each(invalid)("fails with %j, and reports what is wrong with it", async (request) => {
    const { status, stderr } = await run(["--fail-on-invalid"], sends(0, [...valid, request]));
    expect(status).toBe(1);
    expect(stderr).toContain(`\ninvalid: ${request.method ?? "GET"} /`);
    expect(stderr).toContain("\nvpcep-mock: invalid requests: 1\n");
  });

  it("leaves the exit code of a command that fails by itself", async () => {
    expect((await run(["--fail-on-invalid"], sends(9, invalid))).status).toBe(9);
  });

  it("is off by default", async () => {
    expect((await run([], sends(0, invalid))).status).toBe(0);
  });

  it("ignores injected faults, and applies to a mock without a command as well", async () => {
    const stopped = async (path: string) => {
      const mock = await startMockProcess(["--port", "0", "--fail-on-invalid"]);
      await send(`${mock.url}/__mock/faults`, "POST", {}, '{"status":418}');
      await send(mock.url + LIST, "GET", { "X-Auth-Token": "t" });
      await send(mock.url + path, "GET", { "X-Auth-Token": "t" });
      return mock.stop();
    };
    expect([await stopped(LIST), await stopped("/a/b")]).toEqual([0, 1]);
  });
});

describe("the report", () => {
  const described = listOperations(bundle).length;
  let told: Awaited<ReturnType<typeof run>>;
  const report = (name: string) => readFileSync(join(folder, name), "utf8");
  beforeAll(async () => {
    const files = ["report.json", "report.xml", "report.txt", "-"].flatMap((file) => ["--report", file]);
    told = await run(["--stateful", ...files], sends(0, [...valid, ...invalid]));
  });

  it("is text, in a file and on the screen", () => {
    const text = report("report.txt");
    expect(told.stderr).toContain(text);
    expect(text.split("\n")[0]).toBe(
      `requests: 10; invalid: 7; with warnings: 0; operations called: 3 of ${described}`,
    );
    expect(text).toContain("       6  listEndpointService\n");
    expect(text).toContain("   never  createEndpoint\n");
    expect(text).toContain(
      `\ninvalid: GET ${LIST} (listEndpointService): 400: Request query parameter limit must be integer\n`,
    );
  });

  it("is JSON", () => {
    const { requests, operations, invalidCount, invalid: list } = JSON.parse(report("report.json"));
    expect([requests, operations.length, invalidCount, list.length]).toEqual([10, described, 7, 7]);
    expect(operations).toContainEqual({
      operationId: "createEndpointService",
      method: "POST",
      path: "/v1/{project_id}/vpc-endpoint-services",
      calls: 1,
    });
    expect(list[5]).toEqual({
      method: "GET",
      path: "/a/%3Cb%3E&/c/d",
      status: 404,
      invalid: [expect.any(String)],
      warnings: [],
    });
  });

  it("is JUnit: a case for each operation, and one for what led to none", () => {
    const text = report("report.xml");
    const cases = [...text.matchAll(/^<testcase .*? name="([^"]+)">(?:<(failure|skipped)|<\/testcase>)/gms)];
    expect(text).toContain(`<testsuites tests="${described + 1}" failures="3" errors="0" skipped="${described - 3}">`);
    expect(cases).toHaveLength(described + 1);
    const results = new Map(cases.map(([, name, result]) => [name, result]));
    const names = ["listServiceDetails", "createEndpoint", "createEndpointService", "no operation"];
    expect(names.map((name) => results.get(name))).toEqual([undefined, "skipped", "failure", "failure"]);
    expect(text).toContain("/a/%3Cb%3E&amp;/c/d");
  });

  it("that cannot be written is a failure", async () => {
    const { status, stderr } = await run(["--report", "new/a.json", "--report", "new/a.json/b.json"], sends(0, []));
    expect([status, existsSync(join(folder, "new/a.json"))]).toEqual([1, true]);
    expect(stderr).toContain(`vpcep-mock: cannot write the report ${join(folder, "new/a.json/b.json")}: `);
  });
});

describe("the log", () => {
  it("may lose its reader", async () => {
    const mock = await startMockProcess(["--port", "0", "--log", "text"]);
    mock.process.stdout?.destroy();
    for (let count = 0; count < 3; count += 1) expect((await send(mock.url, "GET")).status).toBe(200);
    await mock.stop();
  });

  const requests = [...valid.slice(0, 1), ...invalid.slice(0, 1)];

  it("is lines of JSON, which nothing is mixed into", async () => {
    const mock = await startMockProcess(["--port", "0", "--log", "json"]);
    let output = "";
    mock.process.stdout?.on("data", (chunk: Buffer) => (output += chunk));
    for (const { path } of requests) await send(mock.url + path, "GET", { "X-Auth-Token": "secret" });
    await mock.stop();
    const common = {
      method: "GET",
      path: LIST,
      operationId: "listEndpointService",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      duration: expect.any(Number),
    };
    expect(
      output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { ...common, status: 200, invalid: [], warnings: [] },
      { ...common, status: 400, invalid: ["Request query parameter limit must be integer"], warnings: [] },
    ]);
  });

  it("is lines of text", async () => {
    const { stderr } = await run(["--log", "text"], sends(0, requests));
    expect(stderr).toMatch(new RegExp(`\\nGET ${LIST} 200 [\\d.]+ms\\nGET ${LIST} 400 [\\d.]+ms Request query`));
  });
});
