import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { send } from "../../../scripts/testing/http.ts";
import { MOCK_COMMAND } from "../../../scripts/testing/start-mock.ts";

/** A request, and the response that both servers send unless `mock` says which status is sent here, and `reason` why. */
interface ScenarioRequest {
  send: string;
  headersSent?: Record<string, string>;
  json?: string;
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** End of the `type` of a problem. */
  problem?: string;
  mock?: number;
  reason?: string;
}

/** A file of `scenarios/`: a document, options of the command, and requests. */
interface Scenario {
  title: string;
  options?: string[];
  paths: object;
  components?: object;
  requests: ScenarioRequest[];
}

const STOCK = join(import.meta.dirname, "../compat/node_modules/@stoplight/prism-cli/dist/index.js");
const folder = mkdtempSync(join(tmpdir(), "vpcep-mock-scenarios-"));
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
      const url = /(?:ready|listening) on (http:\/\/\S+?\d)(?=\s)/.exec(output)?.[1];
      if (url) resolve({ url, child });
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => reject(new Error(output)));
  });
}

async function check(url: string, requests: ScenarioRequest[], isMock: boolean): Promise<void> {
  for (const { send: line, headersSent, json, status, headers, body, problem, mock } of requests) {
    const [method = "", path = ""] = line.split(" ");
    const type = json === undefined ? {} : { "Content-Type": "application/json" };
    const response = await send(url + path, method, { ...type, ...headersSent }, json);
    expect(response.status, line).toBe((isMock ? mock : undefined) ?? status);
    expect(response.headers, line).toMatchObject(headers ?? {});
    expect(response.body, line).toBe(body ?? response.body);
    if (problem !== undefined) expect((JSON.parse(response.body) as { type: string }).type).toMatch(`#${problem}`);
  }
}

const files = readdirSync(join(import.meta.dirname, "scenarios"));

it.each(files)("stock Prism and the mock respond to %s as written there", async (file) => {
  const scenario = parse(readFileSync(join(import.meta.dirname, "scenarios", file), "utf8")) as Scenario;
  const { paths, components = {}, options = [], requests } = scenario;
  const document = join(folder, `${file}.json`);
  const jsonSchemaDialect = "https://json-schema.org/draft/2020-12/schema";
  const info = { title: scenario.title, version: "1" };
  writeFileSync(document, JSON.stringify({ openapi: "3.1.0", jsonSchemaDialect, info, paths, components }));
  const [stock, mock] = await Promise.all([
    start([STOCK, "mock", document, "--port", "0", ...options]),
    start([MOCK_COMMAND, "--document", document, "--port", "0", ...options]),
  ]);
  try {
    await check(stock.url, requests, false);
    await check(mock.url, requests, true);
  } finally {
    stock.child.kill();
    mock.child.kill();
  }
});
