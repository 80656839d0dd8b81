// `pnpm faults`: plants faults in a copy of the description and of every artifact, one at a time, and counts what the
// contracts catch. `--sample N` draws N faults of each kind, by `--seed S`; without it, every fault is planted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contracts } from "./contracts.ts";
import { artifactFaults } from "./faults/artifacts.ts";
import { descriptionFaults } from "./faults/description.ts";
import { sample, type Fault } from "./faults/fault.ts";
import { BUNDLE, ROOT } from "./lib/artifact.ts";
import { readDocument, type OpenApiDocument } from "./lib/document.ts";

/** A fault, and the contracts that caught it. */
export interface Result {
  fault: Fault;
  caughtBy: string[];
}

const texts = new Map(contracts.map(({ path }) => [path, readFileSync(join(ROOT, path), "utf8")]));
const bundle = readDocument(BUNDLE);

/** All faults, or a sample of stated size for each kind. */
export function drawFaults(count: number | undefined, seed: number): Fault[] {
  const planted = [...texts].flatMap(([path, text]) => artifactFaults(path, text));
  return sample([...descriptionFaults(bundle), ...planted], count, seed);
}

/** A contract that finds something without a fault would catch everything. */
export async function expectAgreement(): Promise<void> {
  for (const { name, path, check } of contracts) {
    const problems = await check(bundle, texts.get(path) ?? "");
    if (problems.length) throw new Error(`${name}: ${problems[0]}; build again, then plant faults`);
  }
}

/** Plants a fault and runs the contracts that concern it. */
export async function tryFault(fault: Fault): Promise<Result> {
  const text = fault.plant();
  const caughtBy: string[] = [];
  for (const { name, path, check } of contracts) {
    if (fault.path && fault.path !== path) continue;
    const document = fault.path ? bundle : (JSON.parse(text) as OpenApiDocument);
    const artifact = fault.path ? text : (texts.get(path) ?? "");
    let problems: string[];
    try {
      problems = await check(document, artifact);
    } catch (error) {
      problems = [(error as Error).message];
    }
    if (problems.length) caughtBy.push(name);
  }
  return { fault, caughtBy };
}

/** The lines that a missed fault adds and takes away. */
function difference({ path, plant }: Fault): string {
  const lines = (text: string) => text.split("\n");
  const before = lines(path ? (texts.get(path) ?? "") : JSON.stringify(bundle, null, 2));
  const after = lines(path ? plant() : JSON.stringify(JSON.parse(plant()), null, 2));
  let start = 0;
  while (before[start] === after[start]) start++;
  let end = 1;
  while (before.at(-end) === after.at(-end) && end < Math.min(before.length, after.length) - start) end++;
  const part = (list: string[], mark: string) => list.slice(start, list.length - end + 1).slice(0, 5).map((line) => `    ${mark} ${line.slice(0, 150)}`);
  return [...part(before, "-"), ...part(after, "+")].join("\n");
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { sample: { type: "string" }, seed: { type: "string", default: "1" } } });
  const count = values.sample === undefined ? undefined : Number(values.sample);
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) throw new Error(`--sample must be a whole number above 0, not "${values.sample}"`);
  await expectAgreement();
  const faults = drawFaults(count, Number(values.seed));
  const results: Result[] = [];
  for (const fault of faults) {
    results.push(await tryFault(fault));
    if (process.stderr.isTTY || results.length % 100 === 0) {
      process.stderr.write(`${process.stderr.isTTY ? "\r" : ""}${results.length} of ${faults.length} faults${process.stderr.isTTY ? "" : "\n"}`);
    }
  }
  const names = contracts.map(({ name }) => name);
  console.log(`\n| kind | planted | caught | missed | ${names.join(" | ")} |`);
  console.log(`| --- |${" ---: |".repeat(names.length + 3)}`);
  for (const [kind, group] of Map.groupBy(results, ({ fault }) => fault.kind)) {
    const caught = group.filter(({ caughtBy }) => caughtBy.length).length;
    const by = names.map((name) => group.filter(({ caughtBy }) => caughtBy.includes(name)).length);
    console.log(`| ${kind} | ${group.length} | ${caught} | ${group.length - caught} | ${by.join(" | ")} |`);
  }
  const missed = results.filter(({ caughtBy }) => !caughtBy.length);
  for (const { fault } of missed) console.log(`\nmissed: ${fault.kind} at ${fault.place}${fault.path ? ` of ${fault.path}` : ""}\n${difference(fault)}`);
  const caught = results.length - missed.length;
  console.log(`\n${caught} of ${results.length} faults caught: ${((100 * caught) / results.length).toFixed(2)} % (seed ${values.seed})`);
  if (missed.length) process.exitCode = 1;
}

if (import.meta.main) {
  await run().catch((error: Error) => {
    console.error(`faults: ${error.message}`);
    process.exitCode = 1;
  });
}
