// Other people's tools, in the versions of spec/compat/package.json, read the bundle. `redocly respect` runs the workflows in
// workflows.integration.test.ts.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BUNDLE } from "../../scripts/core/artifact.ts";
import { listOperations } from "../../scripts/core/document.ts";
import { bundle } from "../../scripts/testing/bundle.ts";

const TOOLS = join(import.meta.dirname, "../compat");
const operations = listOperations(bundle);
const ids = operations.map(({ operationId }) => operationId).sort();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-tools-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command of a tool in the temporary folder; rejects, with the output, where its exit code is not 0. */
async function run(command: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DO_NOT_TRACK: "1", NO_COLOR: "1" };
  const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
  return (await promisify(execFile)(join(TOOLS, "node_modules/.bin", command), args, options)).stdout;
}

/** Loads a tool; its types are of no use here, as it is not installed with the workspace. */
async function load(name: string): Promise<any> {
  const module = await import(pathToFileURL(createRequire(join(TOOLS, "package.json")).resolve(name)).href);
  return { ...module.default, ...module };
}

/** Returns the operations that a generated file defines, each matched by a pattern with `ID` for the operationId. */
function defined(file: string, pattern: string): string[] {
  const text = readFileSync(join(folder, file), "utf8");
  return ids.filter((id) => new RegExp(pattern.replace("ID", id), "mi").test(text));
}

describe("generators", () => {
  it.each<[tool: string, file: string, pattern: string, command: string, ...args: string[]]>([
    ["hey-api", "hey-api/sdk.gen.ts", "^export const ID = ", "openapi-ts", "-i", BUNDLE, "-o", "hey-api"],
    [
      "orval",
      "orval.ts",
      "^export const ID = ",
      "orval",
      "--client",
      "fetch",
      "--input",
      BUNDLE,
      "--output",
      "orval.ts",
    ],
    [
      "swagger-typescript-api",
      "sta/api.ts",
      "^ +ID(:| =) \\(",
      "swagger-typescript-api",
      "generate",
      "-p",
      BUNDLE,
      "-o",
      "sta",
      "-n",
      "api.ts",
    ],
  ])("%s generates every operation", async (_, file, pattern, command, ...args) => {
    await run(command, ...args);
    expect(defined(file, pattern)).toEqual(ids);
  });

  it("typed-openapi generates every operation that is not deprecated", async () => {
    await run("typed-openapi", BUNDLE, "-o", "typed.ts");
    const current = operations.filter(({ object }) => !object.deprecated).map(({ operationId }) => operationId);
    expect(defined("typed.ts", "^export type [a-z]+_ID = ")).toEqual(current.sort());
  });

  it("generate clients that compile", async () => {
    const files = ["hey-api/sdk.gen.ts", "orval.ts", "sta/api.ts", "typed.ts"];
    await run(
      "tsc",
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2022",
      "--moduleResolution",
      "bundler",
      "--module",
      "esnext",
      ...files,
    );
  });

  it("kubb generates every operation", async () => {
    const load = `(name) => import(createRequire(${JSON.stringify(join(TOOLS, "package.json"))}).resolve(name))`;
    const config = `import { createRequire } from "node:module";
      const load = ${load};
      const { pluginOas } = await load("@kubb/plugin-oas");
      const { pluginTs } = await load("@kubb/plugin-ts");
      const { pluginClient } = await load("@kubb/plugin-client");
      const input = { path: ${JSON.stringify(BUNDLE)} };
      export default { root: ".", input, output: { path: "kubb", format: false }, plugins: [pluginOas(), pluginTs(), pluginClient()] };`;
    writeFileSync(join(folder, "kubb.config.mjs"), config);
    await run("kubb", "generate", "--config", "kubb.config.mjs");
    expect(defined("kubb/clients/index.ts", "\\bID\\b")).toEqual(ids);
  });

  it("openapi-to-postmanv2 converts every operation", async () => {
    const { convertV2 } = await load("openapi-to-postmanv2");
    const { result, reason, output } = await promisify(convertV2)({ type: "json", data: structuredClone(bundle) }, {});
    expect([result, reason]).toEqual([true, undefined]);
    type Item = { name: string; request?: object; item?: Item[] };
    const names = (items: Item[]): string[] =>
      items.flatMap(({ name, request, item = [] }) => [...(request ? [name] : []), ...names(item)]);
    expect(names(output[0].data.item).sort()).toEqual(operations.map(({ object }) => object.summary ?? "").sort());
  });

  it("openapi-mcp-generator makes every operation a tool", async () => {
    const { getToolsFromOpenApi } = await load("openapi-mcp-generator");
    const tools: { name: string }[] = await getToolsFromOpenApi(BUNDLE, { dereference: true });
    expect(tools.map(({ name }) => name).sort()).toEqual(ids);
  });
});

describe("validators", () => {
  it("of @apidevtools/swagger-parser find no error", async () => {
    const { default: SwaggerParser } = await load("@apidevtools/swagger-parser");
    await SwaggerParser.validate(structuredClone(bundle));
  });

  it("of @readme/openapi-parser find no error", async () => {
    const { validate } = await load("@readme/openapi-parser");
    expect(await validate(structuredClone(bundle))).toMatchObject({ valid: true, warnings: [] });
  });

  it("of @scalar/openapi-parser find no error", async () => {
    const { validate } = await load("@scalar/openapi-parser");
    expect(await validate(readFileSync(BUNDLE, "utf8"))).toMatchObject({ valid: true, errors: [] });
  });

  it("of Spectral find no error by spectral:oas", async () => {
    writeFileSync(join(folder, "ruleset.yaml"), "extends: ['spectral:oas']\n");
    const found = await run("spectral", "lint", BUNDLE, "-r", "ruleset.yaml", "-f", "json", "--quiet");
    const problems = JSON.parse(found) as { code: string }[];
    expect(problems.map(({ code }) => code)).toEqual(["info-contact"]);
  });
});

describe("openapi-backend", () => {
  /** Returns the operationId that each operation's method and path lead to. */
  async function routed(definition: object, options: object): Promise<(string | undefined)[]> {
    const { OpenAPIBackend } = await load("openapi-backend");
    const backend = new OpenAPIBackend({ definition, ...options });
    await backend.init();
    const url = (path: string) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === "version" ? "v1" : "id"));
    return operations.map(
      ({ method, path }) => backend.matchOperation({ method, path: url(path), headers: {} })?.operationId,
    );
  }
  const wanted = operations.map(({ operationId }) => operationId);

  it("routes every operation, without its validation, which knows OpenAPI 3.0 only", async () => {
    expect(await routed(structuredClone(bundle), { quick: true })).toEqual(wanted);
  });

  it("validates the spec and routes every operation after a conversion to OpenAPI 3.0", async () => {
    const { Converter } = await load("@apiture/openapi-down-convert");
    const { summary: _, ...info } = bundle.info;
    const converted = new Converter({ ...structuredClone(bundle), info }, { allOfTransform: true }).convert();
    expect(await routed(converted, { strict: true, ajvOpts: { logger: false } })).toEqual(wanted);
  });
});
