// `pnpm faults`: plants faults in a copy of the description and of every artifact, one at a time, and counts what the
// contracts catch. `--sample N` draws N faults of each kind, by `--seed S`; without it, it plants every
// fault of nearly every kind in the description, and a hundred of each kind in the artifacts.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { contracts } from "../../artifacts/checks.ts";
import { sample, type Fault } from "./fault.ts";
import { allFaults, difference, expectAgreement, tryFault, type Result } from "./try.ts";

/** How many faults of one kind are planted unless it is said: a word of a page can be changed in ten thousand places. */
const MOST = { description: 500, artifacts: 100 };

interface Draw {
  count: number | undefined;
  seed: number;
}

function draw({ count, seed }: Draw): Fault[] {
  const [described, made] = [true, false].map((inDescription) =>
    allFaults().filter(({ path }) => (path === undefined) === inDescription),
  );
  return [
    ...sample(described ?? [], count ?? MOST.description, seed),
    ...sample(made ?? [], count ?? MOST.artifacts, seed),
  ];
}

/** Tries every fault, on every core; each draws the same ones, and takes what is left. */
async function tryAll(how: Draw, total: number, progress: (done: number) => void): Promise<Result[]> {
  const results: Result[] = [];
  let [next, done] = [0, 0];
  const workers = Array.from(
    { length: Math.min(availableParallelism(), 8) },
    () => new Worker(new URL(import.meta.url), { workerData: how }),
  );
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const give = () => (next < total ? worker.postMessage(next++) : (worker.postMessage(null), resolve()));
          worker.on("error", reject);
          worker.on("message", ([index, result]: [number, Result]) => {
            results[index] = result;
            progress(++done);
            give();
          });
          give();
        }),
    ),
  );
  return results;
}

async function work(): Promise<void> {
  const faults = draw(workerData as Draw);
  parentPort?.on("message", async (index: number | null) => {
    if (index === null) return parentPort?.close();
    parentPort?.postMessage([index, await tryFault(faults[index] as Fault)]);
  });
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { sample: { type: "string" }, seed: { type: "string", default: "1" } } });
  const count = values.sample === undefined ? undefined : Number(values.sample);
  if (count !== undefined && !(Number.isInteger(count) && count > 0))
    throw new Error(`--sample must be a whole number above 0, not "${values.sample}"`);
  await expectAgreement();
  const how = { count, seed: Number(values.seed) };
  const faults = draw(how);
  const { isTTY } = process.stderr;
  const results = await tryAll(how, faults.length, (done) => {
    if (isTTY || done % 100 === 0)
      process.stderr.write(`${isTTY ? "\r" : ""}${done} of ${faults.length} faults${isTTY ? "" : "\n"}`);
  });
  const tried = faults.map((fault, index) => ({ fault, ...(results[index] as Result) }));
  const there = Map.groupBy(allFaults(), ({ kind }) => kind);
  const names = contracts.map(({ name }) => name);
  console.log(`\n| kind | there are | planted | caught | missed | ${names.join(" | ")} |`);
  console.log(`| --- |${" ---: |".repeat(names.length + 4)}`);
  const isMissed = ({ caughtBy, silent }: Result) => silent.length > 0 || !caughtBy.length;
  for (const [kind, group] of Map.groupBy(tried, ({ fault }) => fault.kind)) {
    const missed = group.filter(isMissed).length;
    const by = names.map((name) => group.filter(({ caughtBy }) => caughtBy.includes(name)).length || "");
    console.log(
      `| ${kind} | ${there.get(kind)?.length} | ${group.length} | ${group.length - missed} | ${missed} | ${by.join(" | ")} |`,
    );
  }
  const missed = tried.filter(isMissed);
  for (const { fault, silent } of missed) {
    const place = fault.path ? ` of ${join(fault.path, fault.file ?? "")}` : "";
    console.log(
      `\nmissed by ${silent.join(", ") || "all"}: ${fault.kind} at ${fault.place}${place}\n${difference(fault)}`,
    );
  }
  const caught = tried.length - missed.length;
  console.log(
    `\n${caught} of ${tried.length} faults caught: ${((100 * caught) / tried.length).toFixed(2)} % (seed ${values.seed})`,
  );
  if (missed.length) process.exitCode = 1;
}

if (!isMainThread && parentPort) await work();
else if (import.meta.main) {
  await run().catch((error: Error) => {
    console.error(`faults: ${error.message}`);
    process.exitCode = 1;
  });
}
