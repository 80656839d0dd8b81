import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../../scripts/core/artifact.ts";
import { LANGUAGES } from "../../../scripts/artifacts/docs/components/samples.ts";
import { readSite } from "../../../scripts/artifacts/docs/model.ts";
import { listOperations } from "../../../scripts/core/document.ts";
import { bundle, plant } from "../../../scripts/testing/bundle.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const run = promisify(execFile);
const operations = listOperations(bundle);
const samples = new Map(readSite(bundle).operations.map(({ operationId, samples }) => [operationId, samples]));
const REGION = 'region: "cn-north-4"';
const SERVER = "https://vpcep.cn-north-4.myhuaweicloud.com";

/** Inside the package of the client, so that the samples find it by its name. */
const folder = join(ROOT, "packages/client/reports/samples");

function sample(operationId: string, label: string): string {
  return samples.get(operationId)?.find((one) => one.label === label)?.source ?? "";
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

/** What the compiler says of the samples in a folder. */
async function compile(place: string): Promise<string> {
  const compiler = join(ROOT, "packages/docs/node_modules/typescript/bin/tsc");
  return run(process.execPath, [compiler, "--project", place]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
}

/** Runs samples one after the other, and gives the names of those that came to their end. */
async function runSamples(place: string, names: string[]): Promise<{ done: string[]; errors: string }> {
  const script = `for (const name of process.argv.slice(1)) {
    await import(${JSON.stringify(place)} + "/" + name + ".ts").then(() => console.error("done " + name), (error) => console.error(name, error.message));
  }`;
  const { stderr } = await run(process.execPath, ["--input-type=module", "--eval", script, ...names], {
    env: { ...process.env, TOKEN: "token" },
  });
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

const againstMock = (source: string) => plant(source, REGION, `baseUrl: ${JSON.stringify(mock.url)}`);

describe("the samples in TypeScript", () => {
  const names = operations.map(({ operationId }) => operationId);

  it("compile, one and all", async () => {
    expect(
      await compile(write("compiled", Object.fromEntries(names.map((name) => [name, sample(name, "TypeScript")])))),
    ).toBe("");
  });

  it("run against the mock, one and all", async () => {
    const place = write(
      "run",
      Object.fromEntries(names.map((name) => [name, againstMock(sample(name, "TypeScript"))])),
    );
    const { done, errors } = await runSamples(place, names);
    expect(errors.split("\n").filter((line) => line && !line.startsWith("done "))).toEqual([]);
    expect(done).toEqual(names);
  });

  it("are caught with a parameter of another name, and with a value that the service refuses", async () => {
    const source = sample("listServiceDetails", "TypeScript");
    const misspelt = write("misspelt", { a: plant(source, "vpc_endpoint_service_id", "service_id") });
    expect(await compile(misspelt)).toContain("'service_id' does not exist");
    const refused = write("refused", {
      a: againstMock(plant(source, /"4189d3c2[^"]*"/, JSON.stringify("x".repeat(65)))),
    });
    expect((await runSamples(refused, ["a"])).errors).toContain("listServiceDetails: 400");
  });
});

describe("the samples for curl", () => {
  /** Runs a sample in a shell; gives the status of the answer. */
  async function status(source: string): Promise<string> {
    const command = plant(source, SERVER, mock.url).replace(
      "curl",
      "curl --silent --show-error --output /dev/null --write-out '%{http_code}'",
    );
    return (await run("sh", ["-c", command])).stdout;
  }

  it("succeed against the mock, one and all", async () => {
    const found: Record<string, string> = {};
    for (const { operationId } of operations) found[operationId] = await status(sample(operationId, "curl"));
    const wanted = operations.map(({ operationId, responses }) => [
      operationId,
      Object.keys(responses).find((code) => code.startsWith("2")),
    ]);
    expect(found).toEqual(Object.fromEntries(wanted));
  });

  it("are caught with a header that is gone, and with a body that lacks a field", async () => {
    expect(await status(plant(sample("listServiceDetails", "curl"), /-H 'X-Auth-Token: token' \\\n/, ""))).toBe("401");
    expect(await status(plant(sample("createEndpoint", "curl"), '"vpc_id"', '"vpc"'))).toBe("400");
  });
});

it("has a sample in each language for each operation", () => {
  const labels = operations.map(({ operationId }) =>
    samples.get(operationId)?.map(({ label, source }) => source && label),
  );
  expect(labels).toEqual(operations.map(() => LANGUAGES.map(({ label }) => label)));
});
