// `pnpm verify:live`: runs the workflows of the description against the real service, with your credentials. It only
// reads unless `--write` is given; then it also creates what it needs, and deletes that again. `--report` puts the mock's proxy
// between, which compares each request and response with the description.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { BUNDLE, ROOT } from "../core/artifact.ts";
import { readDocument } from "../core/document.ts";
import { runWorkflows, WORKFLOWS } from "../core/arazzo.ts";

const HELP = `Usage: pnpm verify:live [--write] [--report FILE]

Compares the real service with the description. From the environment:
  VPCEP_REGION                region to call, such as cn-north-4 (or VPCEP_BASE_URL, an address)
  HUAWEICLOUD_SDK_TOKEN       IAM token for the project
  HUAWEICLOUD_SDK_PROJECT_ID  the project
Without --write, only reads. With it, also runs the workflows that create, change and delete; each
of their inputs comes from VPCEP_ and its name in capitals, such as VPCEP_SUBNET_ID. They delete
what they created, unless a step fails: then look for endpoint services named "workflow".
--report writes all differences between service and description to a file (JSON). It has no text
of a request or a response, and may be published.`;

/** Inputs that every workflow requires. Their environment variables are those of the vendor's SDKs. */
const CREDENTIALS = ["project_id", "token"];

/** Returns the name of the environment variable with an input. */
function variableOf(input: string): string {
  return `${CREDENTIALS.includes(input) ? "HUAWEICLOUD_SDK" : "VPCEP"}_${input.toUpperCase()}`;
}

/** Returns the names of the inputs that a workflow requires. */
function inputsOf(file: string): string[] {
  const { workflows } = parse(readFileSync(join(ROOT, file), "utf8")) as {
    workflows: { inputs: { required: string[] } }[];
  };
  return [...new Set(workflows.flatMap(({ inputs }) => inputs.required))];
}

function address(): string {
  const { VPCEP_BASE_URL: base, VPCEP_REGION: region } = process.env;
  if (base) {
    const url = URL.canParse(base) ? new URL(base) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search)
      throw new Error("VPCEP_BASE_URL must be an address such as https://vpcep.example.com");
    return base;
  }
  if (!region) throw new Error("VPCEP_REGION is not set");
  const servers = readDocument(BUNDLE).servers ?? [];
  const server = servers.find(({ variables }) => variables?.["region"]?.enum?.includes(region));
  if (!server) throw new Error(`VPCEP_REGION: there is no region "${region}"`);
  return server.url.replace("{region}", region);
}

/** Starts the mock's proxy in front of the service; `stop` resolves when the report is written. */
async function startProxy(
  upstream: string,
  report: string,
  write: (line: string) => void,
): Promise<{ url: string; stop(): Promise<unknown> }> {
  const command = join(ROOT, "packages/mock/bin/vpcep-mock.js");
  const child = spawn(process.execPath, [command, "proxy", upstream, "--port", "0", "--report", resolve(report)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const lines = createInterface(child.stdout);
  const [first = ""] = (await Promise.race([once(lines, "line"), exit])) as string[];
  const [url] = /http:\S+$/.exec(first) ?? [];
  if (!url) throw new Error(`the proxy did not start; run "pnpm build"`);
  lines.on("line", write);
  return {
    url,
    stop() {
      child.kill();
      return exit;
    },
  };
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      write: { type: "boolean", default: false },
      report: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(HELP);
  const files = WORKFLOWS.filter((file) => values.write || inputsOf(file).every((name) => CREDENTIALS.includes(name)));
  const names = [...new Set(files.flatMap(inputsOf))];
  const missing = names.map(variableOf).filter((name) => !process.env[name]);
  if (missing.length) throw new Error(`not set: ${missing.join(", ")} (pnpm verify:live --help)`);
  const inputs = Object.fromEntries(names.map((name) => [name, process.env[variableOf(name)] ?? ""]));
  const service = address();
  const write = (line: string) => console.log(line.replaceAll(inputs["token"] ?? "", "***"));
  const proxy = values.report ? await startProxy(service, values.report, write) : undefined;
  const { passed } = await runWorkflows(files, proxy?.url ?? service, inputs, write);
  await proxy?.stop();
  if (!passed) process.exitCode = 1;
}

try {
  await run();
} catch (error) {
  console.error(`verify:live: ${(error as Error).message}`);
  process.exitCode = 1;
}
