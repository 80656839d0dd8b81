// Compares this client with its peers, in one run: the same call to one local server.
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Figures } from "./client/measure.ts";
import { subjects } from "./client/subjects.ts";

const FOLDER = join(import.meta.dirname, "client");

async function measure(name: string, url: string, count: number): Promise<Figures> {
  const child = fork(join(FOLDER, "measure.ts"), [name, url, String(count)], { silent: true });
  let figures: Figures | undefined;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  child.once("message", (message) => (figures = message as Figures));
  const [code] = await once(child, "exit");
  if (!figures) throw new Error(`${name} ended with ${code}: ${output.slice(-2000)}`);
  return figures;
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
  const folder = mkdtempSync(join(FOLDER, "types-"));
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

async function run(rounds: number, count: number): Promise<void> {
  const server = fork(join(FOLDER, "server.ts"));
  const [port] = (await once(server, "message")) as [number];
  try {
    console.log(
      `Node ${process.version}, best of ${rounds} processes, ${count} calls each, 50 at a time; ratios are to raw fetch.\n`,
    );
    console.log("| client | CPU per call | ratio | req/s | ratio | import, CPU | instantiations |");
    console.log("| --- | --- | --- | --- | --- | --- | --- |");
    const found = new Map<string, Figures[]>(Object.keys(subjects).map((name) => [name, []]));
    // In turns, so that what else the machine does disturbs all of them alike.
    for (let round = 0; round < rounds; round++) {
      for (const [name, list] of found) list.push(await measure(name, `http://127.0.0.1:${port}`, count));
    }
    const best = (name: string): Figures => {
      const list = found.get(name) ?? [];
      const least = (of: (figures: Figures) => number) => Math.min(...list.map(of));
      return {
        importTime: least((item) => item.importTime),
        cpu: least((item) => item.cpu),
        rate: -least((item) => -item.rate),
      };
    };
    const base = best("raw fetch");
    for (const name of found.keys()) {
      const { cpu, rate, importTime } = best(name);
      const program = PROGRAMS[name];
      const cells = [
        name,
        `${Math.round(cpu)} µs`,
        (cpu / base.cpu).toFixed(2),
        Math.round(rate),
        (rate / base.rate).toFixed(2),
        `${importTime.toFixed(0)} ms`,
        program ? instantiations(program).toLocaleString("en") : "–",
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  } finally {
    server.kill();
  }
}

await run(5, 20_000);
