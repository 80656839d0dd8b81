// Compares this client with its peers, in one run: the same call to one local server.
import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Figures } from "./client/measure.ts";
import { generatePeers } from "./client/generate.ts";
import { subjects } from "./client/subjects.ts";

const FOLDER = join(import.meta.dirname, "client");

/** Ignored by git and by the compiler, and within reach of the packages that the benchmarks depend on. */
const REPORTS = join(import.meta.dirname, "../reports");

/** A client, with what was measured in all of its processes. */
interface Subject {
  name: string;
  /** CPU time for the import in each process, in milliseconds. */
  imports: number[];
  rounds: Figures[];
}

/** Returns the next message of a process; throws where it ends before. */
async function reply<T>(name: string, child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const onExit = (code: number | null) => ended.abort(new Error(`${name} ended with ${code}`));
  child.once("exit", onExit);
  const [message] = await once(child, "message", { signal: ended.signal }).catch(
    () => ended.signal.throwIfAborted() as never,
  );
  child.off("exit", onExit);
  return message as T;
}

const PROGRAMS: Record<string, string> = {
  "raw fetch": `const page = (await (await fetch("http://h/v1/p/vpc-endpoints?limit=10")).json()) as { total_count?: number }; export const total = page.total_count;`,
  "openapi-fetch": `import createClient from "openapi-fetch"; import type { paths } from "@vpcep/client/schema";
    const { data } = await createClient<paths>({ baseUrl: "http://h" }).GET("/v1/{project_id}/vpc-endpoints", { params: { path: { project_id: "p" }, query: { limit: 10 } } });
    export const total = data?.total_count;`,
  "@vpcep/client, token": `import { createClient, tokenAuth } from "@vpcep/client"; import { listEndpoints } from "@vpcep/client/operations";
    const client = createClient({ region: "cn-north-4", projectId: "p", auth: tokenAuth("t") });
    export const total = (await listEndpoints(client, { limit: 10 })).total_count;`,
  axios: `import axios from "axios"; export const total = (await axios.get<{ total_count?: number }>("http://h", { params: { limit: 10 } })).data.total_count;`,
};

/** Type instantiations that a program with one call takes the compiler. */
function instantiations(program: string): number {
  const folder = mkdtempSync(join(REPORTS, "types-"));
  try {
    writeFileSync(join(folder, "program.mts"), program);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const options = [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "--types",
      "",
      "--extendedDiagnostics",
      "--singleThreaded",
    ];
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, "program.mts"], { cwd: folder, encoding: "utf8" });
    if (stdout.includes("error TS")) throw new Error(stdout.slice(0, 1000));
    return Number(stdout.match(/Instantiations:\s+(\d+)/)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the median of some numbers, and the range of the middle half of them. */
function median(numbers: number[]): { middle: number; text: string } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] as number;
  return { middle: at(0.5), text: `${at(0.5).toFixed(2)} (${at(0.25).toFixed(2)}–${at(0.75).toFixed(2)})` };
}

async function run(starts: number, rounds: number, count: number): Promise<void> {
  mkdirSync(REPORTS, { recursive: true });
  const folder = mkdtempSync(join(REPORTS, "generated-"));
  const server = fork(join(FOLDER, "server.ts"));
  try {
    await generatePeers(folder);
    const [port] = (await once(server, "message")) as [number];
    const measured = Object.keys(subjects(folder)).map((name): Subject => ({ name, imports: [], rounds: [] }));
    for (let start = 0; start < starts; start++) {
      process.stderr.write(`start ${start + 1} of ${starts}\n`);
      await measure(measured, rounds, count, [`http://127.0.0.1:${port}`, folder]);
    }
    print(measured, { starts, rounds, count });
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Starts a process for each client, and measures some rounds of calls. */
async function measure(measured: Subject[], rounds: number, count: number, args: string[]): Promise<void> {
  const children = new Map<Subject, ChildProcess>();
  try {
    for (const subject of measured) {
      const { name } = subject;
      const child = fork(join(FOLDER, "measure.ts"), [name, ...args], {
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      children.set(subject, child);
      subject.imports.push(await reply<number>(name, child));
    }
    // In turns, so that what else the machine does disturbs all of them alike; every other round backwards, so that none of them
    // always comes after the same one.
    const turns = [...children];
    for (let round = 0; round < rounds; round++) {
      for (const [{ name, rounds: found }, child] of round % 2 ? turns.toReversed() : turns) {
        child.send(count);
        found.push(await reply<Figures>(name, child));
      }
    }
  } finally {
    for (const child of children.values()) child.kill();
  }
}

function print(measured: Subject[], { starts, rounds, count }: Record<"starts" | "rounds" | "count", number>): void {
  console.log(
    `Node ${process.version}, ${starts} processes of each client with ${rounds} rounds of ${count} calls, 50 at a time.`,
  );
  console.log(
    "The CPU time of a round counts from the end of the client's round before: what it left for later, such as timers, is in it.",
  );
  console.log(
    "A ratio is that of the CPU time of one round: median, and the middle half in brackets. The least CPU time is that of",
  );
  console.log("the round that other work on the machine disturbed least.\n");
  console.log(
    "| client | CPU per call, median | least | to raw fetch | to openapi-fetch | req/s | import, CPU | instantiations |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  const to = (name: string, list: Figures[]) => {
    const base = measured.find((subject) => subject.name === name)?.rounds ?? [];
    return median(list.map(({ cpu }, round) => cpu / (base[round]?.cpu ?? NaN))).text;
  };
  for (const { name, imports, rounds: list } of measured) {
    const program = PROGRAMS[name];
    const cells = [
      name,
      `${Math.round(median(list.map(({ cpu }) => cpu)).middle)} µs`,
      `${Math.round(Math.min(...list.map(({ cpu }) => cpu)))} µs`,
      to("raw fetch", list),
      to("openapi-fetch", list),
      Math.round(median(list.map(({ rate }) => rate)).middle),
      `${median(imports).middle.toFixed(0)} ms`,
      program ? instantiations(program).toLocaleString("en") : "–",
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

const [starts = "6", rounds = "6", count = "3000"] = process.argv.slice(3);
await run(Number(starts), Number(rounds), Number(count));
