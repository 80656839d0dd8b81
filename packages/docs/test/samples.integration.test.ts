import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { ROOT } from "../../../scripts/core/artifact.ts";
import type { Sample } from "../../../scripts/artifacts/docs/components/sample.ts";
import { LANGUAGES } from "../../../scripts/artifacts/docs/components/samples.ts";
import { readSite } from "../../../scripts/artifacts/docs/model.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { bundle, plant } from "../../../scripts/testing/bundle.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const run = promisify(execFile);
const operations = listOperations(bundle);
const site = readSite(bundle);
const samples = new Map(site.operations.map(({ operationId, samples }) => [operationId, samples]));

/** Inside the package of the client, so that the samples find it by its name. */
const folder = join(ROOT, "packages/client/reports/samples");

/** A sample as a reader copies it, for the real service or for the mock. */
function sample(operationId: string, label: string, target: "real" | "mock" = "real"): string {
  return written(
    samples.get(operationId)?.find((one) => one.label === label),
    target,
  );
}

function written(one: Sample | undefined, target: "real" | "mock"): string {
  return one?.parts.map((part) => (typeof part === "string" ? part : part[target])).join("") ?? "";
}

/** Writes samples by their names, with a compiler's settings beside them. */
function write(name: string, sources: Record<string, string>): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const [file, source] of Object.entries(sources)) writeFileSync(join(place, `${file}.ts`), source);
  const settings = { extends: "../../../../../tsconfig.base.json", include: ["*.ts"] };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(settings));
  return place;
}

/** Compiles; returns what the compiler reports about the samples in a folder. */
async function compile(place: string): Promise<string> {
  const compiler = join(ROOT, "packages/docs/node_modules/typescript/bin/tsc");
  return run(process.execPath, [compiler, "--project", place]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
}

/** Runs samples one after the other; returns the names of those that came to their end. */
async function runSamples(place: string, names: string[]): Promise<{ done: string[]; errors: string }> {
  const script = `for (const name of ${JSON.stringify(names)}) {
    await import(${JSON.stringify(place)} + "/" + name + ".ts").then(() => console.error("done " + name), (error) => console.error(name, error.message));
  }`;
  const { stderr } = await run(process.execPath, ["--input-type=module", "--eval", script]);
  return { done: [...stderr.matchAll(/^done (\w+)$/gm)].map(([, name = ""]) => name), errors: stderr };
}

let mock: MockProcess;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mock = await startMockProcess();
});
afterAll(async () => {
  await mock.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A sample for the mock, with the port of the one that runs here. */
const againstMock = (operationId: string, label: string) =>
  plant(sample(operationId, label, "mock"), "http://127.0.0.1:4010", mock.url);

describe("the samples in TypeScript", () => {
  const names = operations.map(({ operationId }) => operationId);

  it("compile, one and all", async () => {
    expect(
      await compile(write("compiled", Object.fromEntries(names.map((name) => [name, sample(name, "TypeScript")])))),
    ).toBe("");
  });

  it("run against the mock, one and all", async () => {
    const place = write("run", Object.fromEntries(names.map((name) => [name, againstMock(name, "TypeScript")])));
    const { done, errors } = await runSamples(place, names);
    expect(errors.split("\n").filter((line) => line && !line.startsWith("done "))).toEqual([]);
    expect(done).toEqual(names);
  });

  it("are caught with a parameter of another name, and with a value that the service refuses", async () => {
    const source = sample("listServiceDetails", "TypeScript");
    const misspelt = write("misspelt", { a: plant(source, "vpc_endpoint_service_id", "service_id") });
    expect(await compile(misspelt)).toContain("'service_id' does not exist");
    const refused = write("refused", {
      a: plant(againstMock("listServiceDetails", "TypeScript"), /"4189d3c2[^"]*"/, JSON.stringify("x".repeat(65))),
    });
    expect((await runSamples(refused, ["a"])).errors).toContain("listServiceDetails: 400");
  });
});

describe("the samples for curl", () => {
  /** Runs a sample in a shell; returns the status of the response. */
  async function status(source: string): Promise<string> {
    const command = source.replace("curl", "curl --silent --show-error --output /dev/null --write-out '%{http_code}'");
    return (await run("sh", ["-c", command])).stdout;
  }

  it("succeed against the mock, one and all", async () => {
    const found: Record<string, string> = {};
    for (const { operationId } of operations) found[operationId] = await status(againstMock(operationId, "curl"));
    const wanted = operations.map(({ operationId, responses }) => [
      operationId,
      Object.keys(responses).find((code) => code.startsWith("2")),
    ]);
    expect(found).toEqual(Object.fromEntries(wanted));
  });

  it("are caught with a header that is gone, and with a body that lacks a field", async () => {
    const details = againstMock("listServiceDetails", "curl");
    expect(await status(plant(details, / \\\n *--header 'X-Auth-Token: any'/, ""))).toBe("401");
    expect(await status(plant(againstMock("createEndpoint", "curl"), '"vpc_id"', '"vpc"'))).toBe("400");
  });
});

describe("the samples of a workflow, one after the other", () => {
  const workflows = site.guide.flatMap(({ name, steps }) => (steps ? [{ name, steps }] : []));
  const program = (steps: (typeof workflows)[number]["steps"], label: string) =>
    steps
      .map(({ samples: all }) =>
        written(
          all.find((one) => one.label === label),
          "mock",
        ),
      )
      .join("\n")
      .replaceAll("http://127.0.0.1:4010", stateful.url);
  let stateful: MockProcess;
  beforeAll(async () => {
    stateful = await startMockProcess(["--stateful", "--port", "0"]);
  });
  afterAll(() => stateful.stop());

  it.each(workflows)("have the statuses that the page names, in curl: $name", async ({ steps }) => {
    const command = program(steps, "curl").replaceAll("curl ", "curl --silent --write-out '%{stderr}%{http_code}\n' ");
    const { stderr } = await run("sh", ["-e", "-c", command]);
    expect(stderr.trim().split("\n")).toEqual(steps.map(({ markdown }) => markdown.match(/the status is (\d+)/)?.[1]));
  });

  it("compile and run in TypeScript", { timeout: 60_000 }, async () => {
    const place = write(
      "workflows",
      Object.fromEntries(workflows.map((one) => [one.name, program(one.steps, "TypeScript")])),
    );
    expect(await compile(place)).toBe("");
    const runs = await Promise.all(workflows.map(({ name }) => runSamples(place, [name])));
    expect(runs.map(({ errors }) => errors.trim())).toEqual(workflows.map(({ name }) => `done ${name}`));
  });
});

describe.each(["Python", "Go", "Java"])("the samples in %s", (label) => {
  const grammar = createRequire(import.meta.url).resolve(
    `@vscode/tree-sitter-wasm/wasm/tree-sitter-${label.toLowerCase()}.wasm`,
  );
  let parser: Parser;
  beforeAll(async () => {
    await Parser.init();
    parser = new Parser().setLanguage(await Language.load(grammar));
  });
  const isValid = (source: string) => parser.parse(source)?.rootNode.hasError === false;

  it("parse, for the real service and for the mock", () => {
    const all = [...site.operations, ...site.guide.flatMap(({ steps = [] }) => steps)];
    const broken = all.filter(({ samples: made }) => {
      const one = made.find((sample) => sample.label === label);
      return !isValid(written(one, "real")) || !isValid(written(one, "mock"));
    });
    expect(broken.map(({ title }) => title)).toEqual([]);
    expect(isValid(plant(sample("createEndpoint", label), /[)}]$/, ""))).toBe(false);
  });

  it("read the token from the environment, unless they are for the mock", () => {
    expect(sample("createEndpoint", label)).toContain("HUAWEICLOUD_SDK_TOKEN");
    // Go does not compile with an import that is not used.
    expect(sample("createEndpoint", label, "mock")).not.toMatch(/HUAWEICLOUD_SDK_TOKEN|\bos\b/);
  });
});

it("has a sample in each language for each operation", () => {
  const labels = operations.map(({ operationId }) =>
    samples.get(operationId)?.map(({ label, source }) => source && label),
  );
  expect(labels).toEqual(operations.map(() => LANGUAGES.map(({ label }) => label)));
});
