// The mock beside its peers: CPU per request, start, memory, and growth with the number of operations. Linux only.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { measure, serve, type Ask, type Served } from "./mock/process.ts";
import { stages } from "./mock/stages.ts";

const require = createRequire(import.meta.url);
const DOCUMENT = join(dirname(require.resolve("@vpcep/mock")), "../generated/openapi.mock.json");
const ROUNDS = 5;
const PER_ROUND = 400;

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const headers = { "X-Auth-Token": "token" };
const get: Ask = {
  method: "GET",
  path: `/v1/${PROJECT}/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed88`,
  headers,
};
const post: Ask = {
  method: "POST",
  path: `/v1/${PROJECT}/vpc-endpoint-services`,
  headers: { ...headers, "Content-Type": "application/json" },
  body: JSON.stringify(exampleValue("CreateEndpointServiceRequest")),
};
const sameBytes = JSON.stringify(exampleValue("ListServiceDetailsResponse"));

const prism = join(dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
const mockoon = join(dirname(require.resolve("@mockoon/cli/package.json")), "bin/run.js");
const mock = join(dirname(require.resolve("@vpcep/mock")), "../bin/vpcep-mock.js");

type Arguments = (document: string) => (port: number) => string[];
const servers: Record<string, Arguments> = {
  "node:http, same bytes": () => (port) => [join(import.meta.dirname, "mock/servers/raw.ts"), String(port), sameBytes],
  "prism, defaults": (document) => (port) => [prism, "mock", document, "--port", String(port)],
  "prism, silent": (document) => (port) => [prism, "mock", document, "--port", String(port), "-v", "silent"],
  scalar: (document) => (port) => [join(import.meta.dirname, "mock/servers/scalar.ts"), String(port), document],
  mockoon: (document) => (port) => [mockoon, "start", "--data", document, "--port", String(port)],
  "vpcep-mock": (document) => (port) => [mock, "--document", document, "--port", String(port)],
  "vpcep-mock --stateful": (document) => (port) => [mock, "--document", document, "--port", String(port), "--stateful"],
};

const folder = mkdtempSync(join(tmpdir(), "vpcep-bench-"));
try {
  await perRequest();
  await growth();
  console.log("\nCPU of Prism's own stages, µs per GET\n");
  console.table(await stages(DOCUMENT, get.path, headers));
} finally {
  rmSync(folder, { recursive: true });
}

/** Every server at once, so that what else the machine does falls on all of them alike. */
async function perRequest(): Promise<void> {
  const running = new Map<string, Served>();
  for (const [name, args] of Object.entries(servers)) running.set(name, await serve(args(DOCUMENT), get));
  const figures = new Map([...running.keys()].map((name) => [name, { get: [] as number[], post: [] as number[] }]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, server] of running) {
      const got = await measure(server, get, PER_ROUND);
      const posted = await measure(server, post, PER_ROUND);
      // The first round is for the compilers of the engine.
      if (round > 0) {
        figures.get(name)?.get.push(got);
        figures.get(name)?.post.push(posted);
      }
    }
  }
  const base = figures.get("prism, defaults");
  const baseServer = running.get("prism, defaults");
  if (!base || !baseServer) throw new Error("there is nothing to compare with");
  const of = (value: number, whole: number) => Number((value / whole).toFixed(2));
  const baseMemory = baseServer.memory();
  const rows = [...running].map(([name, server]) => {
    const { get: gets, post: posts } = figures.get(name) as { get: number[]; post: number[] };
    const memory = server.memory();
    return {
      server: name,
      "GET µs": Math.round(median(gets)),
      "of stock": of(median(gets), median(base.get)),
      "POST µs": Math.round(median(posts)),
      "of stock ": of(median(posts), median(base.post)),
      "start CPU s": Number(server.startCpu.toFixed(2)),
      "of stock  ": of(server.startCpu, baseServer.startCpu),
      "start RSS MB": Math.round(server.startMemory),
      "of stock   ": of(server.startMemory, baseServer.startMemory),
      "RSS MB": Math.round(memory),
      "of stock    ": of(memory, baseMemory),
    };
  });
  for (const server of running.values()) await server.stop();
  console.log(`\n33 operations, medians of ${ROUNDS} rounds of ${PER_ROUND}\n`);
  console.table(rows);
}

async function growth(): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const name of ["prism, silent", "scalar", "mockoon", "vpcep-mock"]) {
    const row: Record<string, unknown> = { server: name };
    const figures = new Map<number, number>();
    for (const count of [1, 33, 300, 1000]) {
      const file = join(folder, `${count}.json`);
      writeFileSync(file, JSON.stringify(withOperations(count)));
      const server = await serve((servers[name] as Arguments)(file), get);
      await measure(server, get, PER_ROUND);
      const gets: number[] = [];
      for (let round = 0; round < 3; round += 1) gets.push(await measure(server, get, PER_ROUND));
      await server.stop();
      figures.set(count, median(gets));
      row[`${count} µs`] = Math.round(median(gets));
    }
    row["33 to 1000"] = `${((figures.get(1000) ?? 0) / (figures.get(33) ?? 1)).toFixed(2)} ×`;
    rows.push(row);
  }
  console.log("\nCPU per GET by the number of operations, one route in the middle\n");
  console.table(rows);
}

/** The document with one operation, or with copies of its paths around it until there are so many. */
function withOperations(count: number): object {
  const document = JSON.parse(readFileSync(DOCUMENT, "utf8")) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const entries = Object.entries(document.paths);
  if (count === 1) {
    const [path, { parameters, get: only }] = entries.find(
      ([, item]) => item["get"]?.operationId === "listServiceDetails",
    ) as (typeof entries)[number];
    return { ...document, paths: { [path]: { parameters, get: only } } };
  }
  const paths = new Map(entries);
  let operations = entries.reduce(
    (sum, [, item]) => sum + Object.keys(item).filter((key) => key !== "parameters").length,
    0,
  );
  const before: typeof entries = [];
  for (let copy = 1; operations < count; copy += 1) {
    for (const [path, item] of entries) {
      if (operations >= count) break;
      const renamed = Object.entries(item).map(([key, value]) => [
        key,
        key === "parameters" ? value : { ...value, operationId: `${value.operationId}${copy}` },
      ]);
      operations += renamed.filter(([key]) => key !== "parameters").length;
      const entry: (typeof entries)[number] = [
        `/copy${copy}${path}`,
        Object.fromEntries(renamed) as (typeof entries)[number][1],
      ];
      if (copy % 2) before.push(entry);
      else paths.set(...entry);
    }
  }
  return { ...document, paths: Object.fromEntries([...before, ...paths]) };
}

function exampleValue(name: string): unknown {
  const { components } = JSON.parse(readFileSync(DOCUMENT, "utf8")) as {
    components: { examples: Record<string, { value: unknown }> };
  };
  return components.examples[name]?.value;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
