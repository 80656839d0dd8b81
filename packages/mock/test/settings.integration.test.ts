import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { plant, readFile } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import { startMockProcess } from "../../../scripts/testing/start-mock.ts";
import { startMock } from "../dist/index.js";
import { similar } from "../src/did-you-mean.ts";
import { checkSettings, defaultSettings, helpText, readSettings } from "../src/cli/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "vpcep-mock-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const schema = JSON.parse(readFile("packages/mock/src/cli/settings.schema.json")) as {
  properties: Record<string, object>;
};
const validate = new Ajv2020({ strict: false }).compile(schema);

describe("the generated settings", () => {
  const generated = JSON.parse(readFile("packages/mock/generated/mock.config.json")) as object;

  it("are valid", () => {
    expect([validate(generated), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ["an option of no such name", { prot: 1 }],
    ["an option named as a member of objects", { constructor: 1 }],
    ["a port that is none", { port: 65536 }],
    ["a time that is none", { transitions: "soon" }],
    ["a key without its secret", { accessKey: ["ak"] }],
  ])("are not valid with %s", (_, change) => {
    const settings = { ...generated, ...change };
    expect(validate(settings)).toBe(false);
    expect(() => readSettings(["--config", file("bad.json", settings)], {})).toThrow(Object.keys(change)[0]);
    expect(() => checkSettings(change)).toThrow(Object.keys(change)[0]);
  });
});

describe("settings", () => {
  it("are read from flags, then the file, then the environment, then the defaults", () => {
    const config = file("some.json", `\ufeff${JSON.stringify({ port: 2, host: "file.test" })}`);
    const environment = { VPCEP_MOCK_PORT: "3", VPCEP_MOCK_HOST: "environment.test", VPCEP_MOCK_TRANSITIONS: "3reads" };
    expect(readSettings(["--port", "1", "--config", config], environment)).toEqual({
      ...defaultSettings(),
      port: 1,
      host: "file.test",
      transitions: "3reads",
    });
    expect(readSettings([], { VPCEP_MOCK_CONFIG: config })).toMatchObject({
      port: 2,
      host: "file.test",
      transitions: "immediate",
    });
  });

  it("include every option as a flag, a member and a variable", () => {
    const flags = [
      "--document=d",
      "--host=h",
      "--port=1",
      "--no-cors",
      "--stateful",
      "--empty",
      "--fixture=f",
      "--data=x",
      "--transitions=2s",
      "--access-key=a:b",
      "--access-key=c:d",
      "--dynamic",
      "--seed=s",
      "--watch",
      "--log=json",
      "--report=r",
      "--report=-",
      "--errors",
      "--strict",
      "--fail-on-invalid",
    ];
    const document = join(process.cwd(), "d");
    const fixture = join(process.cwd(), "f");
    const expected = {
      data: join(process.cwd(), "x"),
      document,
      fixture,
      host: "h",
      port: 1,
      cors: false,
      stateful: true,
      empty: true,
      transitions: "2s",
      accessKey: ["a:b", "c:d"],
      dynamic: true,
      seed: "s",
      watch: true,
      log: "json",
      report: [join(process.cwd(), "r"), "-"],
      errors: true,
      strict: true,
      failOnInvalid: true,
    };
    expect(readSettings(flags, {})).toEqual(expected);
    expect(readSettings(["--config", file("all.json", expected)], {})).toEqual(expected);
    const variables = Object.entries(expected).map(([name, value]) => [
      `VPCEP_MOCK_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
      String(value),
    ]);
    expect(readSettings([], Object.fromEntries(variables) as NodeJS.ProcessEnv)).toEqual(expected);
    expect(Object.keys(expected).sort()).toEqual(
      Object.keys(schema.properties)
        .filter((name) => !name.startsWith("$"))
        .sort(),
    );
  });

  it("resolve paths in a file relative to the file", () => {
    expect(readSettings(["--config", file("paths.json", { fixture: "world.json" })], {})).toMatchObject({
      fixture: join(folder, "world.json"),
    });
  });

  it.each<[string[], NodeJS.ProcessEnv, string]>([
    [["--statefull"], {}, "Unknown option '--statefull'; did you mean '--stateful'?"],
    [["-x"], {}, "Unknown option '-x'; known are --document, "],
    [["--port"], {}, "--port requires a value"],
    [["--port", "--log"], {}, "--port requires a value"],
    [["--cors=maybe"], {}, '--cors must be true or false, not "maybe"'],
    [["--log=maybe"], {}, '--log must be text, json or debug, not "maybe"'],
    [["--log"], {}, "--log requires a value"],
    [["--help=yes"], {}, "--help takes no value"],
    [["--no-stateful=true"], {}, "--no-stateful takes no value"],
    [["--transitions", "soon"], {}, "--transitions must be immediate, a time such as 2s"],
    [[], { VPCEP_MOCK_PRT: "1" }, "Unknown variable 'VPCEP_MOCK_PRT'; did you mean 'VPCEP_MOCK_PORT'?"],
    [[], { VPCEP_MOCK_PORT: "x" }, 'VPCEP_MOCK_PORT must be a number from 0 to 65535, not "x"'],
    [["--config", "none.json"], {}, "cannot read the settings file"],
    [["--config", file("list.json", [])], {}, "must contain a JSON object"],
    [["--config", file("near.json", { hots: "x" })], {}, "Unknown option 'hots'; did you mean 'host'?"],
  ])("with %j %j are an error", (args, environment, message) => {
    expect(() => readSettings(args, environment)).toThrow(message);
  });

  it("keep a secret out of their errors", () => {
    for (const read of [
      () => readSettings(["--access-key", "s3cret"], {}),
      () => readSettings([], { VPCEP_MOCK_ACCESS_KEY: "s3cret" }),
    ]) {
      expect(read).toThrow(/access.key must be an access key and its secret key, joined by a colon$/i);
    }
  });

  it.each([{ empty: true }, { transitions: "2s" }, { fixture: {} }])(
    "without effect in a mock that is not stateful are an error: %j",
    async (options) => {
      await expect(startMock(options)).rejects.toThrow(`--${Object.keys(options)[0]} requires --stateful`);
    },
  );

  it.each([
    [["-h"], helpText()],
    [["-v"], `${(JSON.parse(readFile("packages/mock/package.json")) as { version: string }).version}\n`],
  ])("%j asks for a text in their place", (args, text) => {
    expect(readSettings(args, {})).toBe(text);
  });

  it("are listed in the help, with their defaults", () => {
    const help = helpText();
    for (const name of Object.keys(schema.properties).filter((key) => !key.startsWith("$"))) {
      expect(help).toContain(`--${name.replace(/[A-Z]/g, "-$&").toLowerCase()}`);
    }
    expect(help).toContain("(default 4010)");
    expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
  });
});

it("similar returns the nearest name, case apart, and none that is far", () => {
  expect([similar("PROT", ["host", "port"]), similar("-x", ["--host"]), similar("x", [])]).toEqual([
    "port",
    undefined,
    undefined,
  ]);
});

describe("a document", () => {
  const text = readFile("packages/mock/generated/openapi.mock.json");

  it.each([
    [
      "a pattern that does not compile",
      plant(text, '"pattern": "^[^<>]*$"', '"pattern": "^[a-z\\\\_]+$"'),
      /schemas\/\w+.*does not compile: Invalid regular expression/,
    ],
    [
      "a keyword that is not valid",
      plant(text, '"maxLength": 64', '"maxLength": "64"'),
      /the schema at #.*is not valid: it must be/,
    ],
    [
      "a reference that leads nowhere",
      plant(text, '"$ref": "#/components/schemas/Tag"', '"$ref": "#/components/schemas/Tog"'),
      /Tog/,
    ],
    [
      "a response that does not exist",
      plant(text, '"$ref": "#/components/responses/Unauthorized"', '"$ref": "#/components/responses/Gone"'),
      /the reference "#\/components\/responses\/Gone" at #.* leads nowhere/,
    ],
    ["an older dialect", plant(text, "2020-12/schema", "2019-09/schema"), /must declare "jsonSchemaDialect"/],
    [
      "another version of OpenAPI",
      plant(text, '"openapi": "3.1.0"', '"openapi": "3.0.0"'),
      /is not an OpenAPI 3.1 document/,
    ],
    ["no JSON", "openapi: 3.1.0", /cannot read/],
  ])("with %s is an error that names the place", async (_, content, message) => {
    await expect(startMock({ document: file("document.json", content) })).rejects.toThrow(message);
  });

  it("is validated as JSON Schema 2020-12", async () => {
    const schema = {
      type: "object",
      properties: {
        list: { type: "array", contains: { const: 1 }, minContains: 2, prefixItems: [{ type: "integer" }] },
        a: {},
        b: {},
      },
      dependentRequired: { a: ["b"] },
      unevaluatedProperties: false,
    };
    const content = (value: unknown) => ({ "application/json": { schema, examples: { One: { value } } } });
    const document = file("newer.json", {
      openapi: "3.1.0",
      jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
      info: { title: "Newer", version: "1" },
      paths: {
        "/things": {
          post: {
            operationId: "make",
            requestBody: { required: true, content: content({}) },
            responses: { 200: { description: "Made", content: content({ a: 1 }) }, 400: { description: "Refused" } },
          },
        },
      },
    });
    const mock = await startMock({ document });
    const ask = async (body: unknown) =>
      (await send(`${mock.url}/things`, "POST", { "Content-Type": "application/json" }, JSON.stringify(body))).status;
    const bodies = [{}, { list: [1, 1] }, { a: 1, b: 1 }, { list: [1] }, { list: ["x", 1, 1] }, { a: 1 }, { c: 1 }];
    const statuses = [];
    for (const body of bodies) statuses.push(await ask(body));
    const { headers } = await send(`${mock.url}/things`, "POST", { "Content-Type": "application/json" }, "{}");
    await mock.stop();
    expect(statuses).toEqual([200, 200, 200, 400, 400, 400, 400]);
    expect(headers["sl-violations"]).toContain("dependentRequired");
  });
});

describe("--watch", () => {
  it("reloads changed files, and keeps the last valid ones", async () => {
    const text = readFile("packages/mock/generated/openapi.mock.json");
    const document = file("watched.json", text);
    const fixture = file("world.json", { endpoint_services: [] });
    const mock = await startMockProcess([
      "--port",
      "0",
      "--stateful",
      "--watch",
      "--document",
      document,
      "--fixture",
      fixture,
    ]);
    /** The next line that the mock prints. */
    const next = () =>
      new Promise<string>((resolve) => {
        for (const stream of [mock.process.stdout, mock.process.stderr])
          stream?.once("data", (line: Buffer) => resolve(String(line).trim()));
      });
    const title = async () =>
      (JSON.parse((await send(`${mock.url}/__mock/health`, "GET")).body) as { document: { title: string } }).document
        .title;
    const services = async () =>
      (
        JSON.parse((await send(`${mock.url}/v1/p/vpc-endpoint-services`, "GET", { "X-Auth-Token": "t" })).body) as {
          total_count: number;
        }
      ).total_count;

    let change = next();
    writeFileSync(document, plant(text, '"title": "VPC Endpoint API"', '"title": "Changed"'));
    const seen: unknown[] = [await change, await title(), await services()];
    change = next();
    writeFileSync(document, "{");
    seen.push((await change).includes("not reloaded: cannot read"), await title());
    change = next();
    writeFileSync(document, text);
    seen.push(await change, await title());
    change = next();
    const service = { id: "a", service_name: "a", status: "available", created_at: "2026-01-01T00:00:00Z" };
    writeFileSync(fixture, JSON.stringify({ endpoint_services: [service] }));
    seen.push(await change, await services());
    await mock.stop();
    const good = "vpcep-mock has reloaded";
    expect(seen).toEqual([good, "Changed", 0, true, "Changed", good, "VPC Endpoint API", good, 1]);
    expect(readFileSync(document, "utf8")).toBe(text);
  });
});
