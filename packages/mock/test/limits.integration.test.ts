import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listOperations, type Operation } from "../../../scripts/core/document.ts";
import { exampleRequest } from "../../../scripts/core/example-request.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";

// Limits of one request: processor time, in multiples of that in which Node itself parses a JSON text of the largest size, so that
// they hold on any machine, and bytes of memory.
const MOST_CPU = 3;
const MOST_MEMORY = 64 * 2 ** 20;
const LARGEST = 12 * 2 ** 20;

/** Counters of the process of the mock since its start. */
interface Usage {
  maxRss: number;
  cpu: number;
}

const writes = listOperations(bundle).filter(({ requestBody }) => requestBody);
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  const script = join(import.meta.dirname, "support/serve.js");
  child = fork(script, { execArgv: ["--expose-gc"], silent: true });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  url = String(line).match(/http:\S+/)?.[0] as string;
  // The first request of each operation also pays for Prism's form of it.
  for (const operation of writes) await post(operation, JSON.stringify("x".repeat(1000)));
});
afterAll(() => child.kill());

async function usage(): Promise<Usage> {
  child.send("usage");
  return ((await once(child, "message")) as [Usage])[0];
}

function post(operation: Operation, body: string, type = "application/json") {
  const { target, method, headers } = exampleRequest(bundle, operation);
  return send(url + target, method, { ...headers, "Content-Type": type }, body);
}

/** Repeats a text, joined by commas, up to a size. */
const fill = (item: string, size: number) =>
  `${`${item},`.repeat(Math.max(Math.floor(size / (item.length + 1)) - 1, 0))}${item}`;

/** Draws bodies of up to 12 MB that are costly for a parser or a validator. */
const hostile = fc
  .record({
    item: fc.constantFrom("1", "{}", "[]", '""', '{"key":"a","value":"b"}', '{"a":{"b":[{}]}}', '"\\u0000"', "null"),
    member: fc.constantFrom("tags", "ports", "policy_statement", "endpoints", "permissions", "matches", "whitelist"),
    size: fc.constantFrom(1_000, 30_000, 205_000, 2_600_000, LARGEST - 200),
    shape: fc.constantFrom("list", "nested", "members", "text", "deep", "statements", "equal", "cut"),
  })
  .map(({ item, member, size, shape }) => {
    const list = `[${fill(item, size)}]`;
    if (shape === "list") return list;
    if (shape === "nested") return `{"${member}":[${fill(`[${fill(item, 900)}]`, size)}]}`;
    if (shape === "members") return `{${fill(`"${member}":${item}`, size)}}`;
    if (shape === "text") return `{"${member}":"${"<a".repeat(size / 2)}"}`;
    if (shape === "deep") return "[".repeat(size);
    if (shape === "cut") return `{"${member}":${list.slice(0, -1)}`;
    if (shape === "equal") return `{"${member}":[${fill(`{"key":[${fill(item, 20)}]}`, Math.min(size, 100_000))}]}`;
    const actions = fill('"1"', 900);
    return `{"policy_statement":[${fill(`{"Effect":"Allow","Resource":["a"],"Action":[${actions}]}`, size)}]}`;
  });

/** Returns the milliseconds of processor time that a request takes; a collection of garbage is part of them. */
async function cpuOf(operation: Operation, body: string): Promise<number> {
  const before = await usage();
  const { status, headers } = await post(operation, body);
  const after = await usage();
  expect(status, `${operation.operationId} ${body.slice(0, 60)}`).toBeLessThan(500);
  expect(String(headers["sl-violations"] ?? "").split('"location"').length).toBeLessThanOrEqual(101);
  return after.cpu - before.cpu;
}

it("spends at most three times the work of parsing 12 MB of JSON, and 64 MB, on any body of up to 12 MB, and reports at most 50 violations", async () => {
  const start = await usage();
  const numRuns = Number(process.env["FUZZ_RUNS"] ?? 10) * 6;
  const requests = fc.sample(fc.tuple(fc.constantFrom(...writes), hostile), { seed: 14, numRuns });
  let worst = { cpu: 0, request: requests[0] as (typeof requests)[number] };
  for (const request of requests) {
    const cpu = await cpuOf(...request);
    if (cpu > worst.cpu) worst = { cpu, request };
  }
  const end = await usage();
  // In turns, so that the machine is as fast for one as for the other.
  const reference = `[${fill('{"key":"a","value":"b"}', LARGEST)}]`;
  const ratios: number[] = [];
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    JSON.parse(reference);
    const { user, system } = process.cpuUsage(before);
    ratios.push((await cpuOf(...worst.request)) / ((user + system) / 1000));
  }
  const ratio = ratios.sort((a, b) => a - b)[2] as number;
  console.info(
    `worst body: ${worst.cpu.toFixed(0)} ms of CPU, ${ratio.toFixed(1)} times the parsing of JSON (${worst.request[1].slice(0, 60)}…); RSS +${(end.maxRss - start.maxRss) >> 20} MB`,
  );
  expect(ratio).toBeLessThan(MOST_CPU);
  expect(end.maxRss - start.maxRss).toBeLessThan(MOST_MEMORY);
});
