import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { readTarball } from "../../../scripts/release/tarball.ts";
import { readFile } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import "../../../scripts/testing/shared-tarballs.ts";
import { startMock } from "../dist/index.js";
import { ask } from "./support/ask.ts";

const PACKAGE = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

describe("the published package", () => {
  const files = readTarball(inject("tarballs")["@vpcep/mock"] ?? "");

  it("is one package of at most 10 MB, without dependencies and install scripts", () => {
    const { dependencies, scripts } = JSON.parse(readFile("packages/mock/package.json")) as {
      dependencies?: object;
      scripts: Record<string, string>;
    };
    expect(dependencies).toBeUndefined();
    expect(Object.keys(scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
    expect([...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(10_000_000);
  });

  it("has the licence of everything that it bundles", () => {
    const text = readFile("packages/mock/dist/THIRD-PARTY-LICENSES.txt");
    for (const name of ["@stoplight/prism-http", "ajv", "lodash", "fp-ts", "json-schema-faker"]) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n\\nLicense: \\S+`, "m"));
    }
    expect([...files.keys()]).toContain("dist/THIRD-PARTY-LICENSES.txt");
    expect(text.match(/^License: undefined/gm)).toBeNull();
  });
});

describe("the library", () => {
  it("is used as the README says: its example compiles and passes", () => {
    const folder = join(PACKAGE, ".readme");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const blocks = [...readFile("packages/mock/README.md").matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
    for (const [, name, code] of blocks) writeFileSync(join(folder, name as string), code as string);
    writeFileSync(join(folder, "vitest.config.ts"), 'export default { test: { include: ["*.test.ts"] } };\n');
    const options = { include: ["*.ts"], extends: "../tsconfig.json" };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
    const run = (script: string, args: string[]) =>
      spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8" });
    const compiled = run(join(dirname(require.resolve("typescript/package.json")), "bin/tsc"), [
      "--project",
      "tsconfig.json",
    ]);
    const tested = run(join(dirname(require.resolve("vitest/package.json")), "vitest.mjs"), ["run", "--root", folder]);
    rmSync(folder, { recursive: true });
    expect(blocks.map(([, name]) => name)).toEqual(["accept.ts", "accept.test.ts"]);
    expect([compiled.status, compiled.stdout]).toEqual([0, ""]);
    expect(`${tested.stdout}${tested.stderr}`).toContain("2 passed");
  });

  it("remembers the calls of a test, without credentials", async () => {
    const mock = await startMock();
    await ask(mock.url, "createEndpoint", { headers: { Accept: "*/*" } });
    await send(`${mock.url}/x/y`, "GET", { Authorization: "secret" });
    const calls = mock.calls.map(({ duration: _, ...call }) => call);
    mock.reset();
    const left = mock.calls.length;
    await mock.stop();
    await mock.stop();
    expect(calls).toMatchObject([
      {
        method: "POST",
        operationId: "createEndpoint",
        status: 200,
        query: {},
        violations: [],
        body: { vpc_id: expect.any(String) },
      },
      { method: "GET", path: "/x/y", operationId: undefined, status: 404 },
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/secret|token/i);
    expect(left).toBe(0);
  });

  it("reports why a request is invalid, and nothing for an error response to a valid one", async () => {
    const mock = await startMock({ stateful: true });
    for (const limit of ["1", "x"]) await ask(mock.url, "listEndpoints", { query: { limit } });
    await ask(mock.url, "listEndpointInfoDetails", { path: { vpc_endpoint_id: "unknown" } });
    await send(`${mock.url}/x/y`, "GET");
    await send(`${mock.url}/__mock/health`, "GET");
    const told = mock.calls.map(({ status, invalid }) => [status, invalid.join()]);
    await mock.stop();
    expect(told).toEqual([
      [200, ""],
      [400, "Request query parameter limit must be integer"],
      [404, ""],
      [404, expect.stringContaining("does not exist")],
    ]);
  });

  it("names the option that is wrong", async () => {
    await expect(startMock({ statefull: true } as object)).rejects.toThrow(
      "Unknown option 'statefull'; did you mean 'stateful'?",
    );
    await expect(startMock({ port: -1 })).rejects.toThrow("port must be a number from 0 to 65535, not -1");
  });
});

it("the build leaves nothing but what is published", () => {
  const stray = readdirSync(join(PACKAGE, "dist")).filter(
    (name) => !/\.(js|d\.ts|txt)$/.test(name) && !statSync(join(PACKAGE, "dist", name)).isDirectory(),
  );
  expect(stray).toEqual([]);
});
