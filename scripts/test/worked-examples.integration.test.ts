// Follows the worked examples of CONTRIBUTING.md in one copy of the sources, with nothing but what the client and the mock need.
import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { plant, readFile } from "../testing/bundle.ts";
import { compileClient, copyClient } from "../testing/scratch.ts";
import { startMockProcess, type MockProcess } from "../testing/start-mock.ts";

const guide = readFile("CONTRIBUTING.md");

/** Returns the code blocks of a section, in their order. */
function blocksOf(title: string): string[] {
  const section = guide.slice(guide.indexOf(`### ${title}\n`)).split(/\n###? /)[0] as string;
  return [...section.matchAll(/^ {3}```\w+\n([^]*?)^ {3}```$/gm)].map(([, text = ""]) => text.replace(/^ {3}/gm, ""));
}
const indented = (text: string, spaces: number) => text.replace(/^(?=.)/gm, " ".repeat(spaces));

let root: string;
let mock: MockProcess;
const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });
const edit = (file: string, from: RegExp, to: (found: string) => string) => {
  const text = readFileSync(join(root, file), "utf8");
  writeFileSync(join(root, file), plant(text, from, to(text.match(from)?.[0] ?? "")));
};
const create = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

const [field = ""] = blocksOf("Add a field");
const [path = "", line = ""] = blocksOf("Add an operation");
const [generator = "", entry = ""] = blocksOf("Add an artifact");

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "worked-examples-"));
  const isOwn = (file: string) => !/\/(node_modules|dist|compat)$/.test(file);
  for (const name of ["spec", "scripts"])
    cpSync(join(ROOT, name), join(root, name), { recursive: true, filter: isOwn });
  for (const name of ["redocly.yaml", "package.json"]) cpSync(join(ROOT, name), join(root, name));
  symlinkSync(join(ROOT, "scripts/node_modules"), join(root, "scripts/node_modules"));
  copyClient(root);

  appendFileSync(join(root, "spec/components/schemas/Quota.yaml"), indented(field, 2));
  edit(
    "spec/components/examples/ListQuotaDetailsAllResponse.yaml",
    / +quota: 20\n/,
    (found) => `${found}        reserved: 1\n`,
  );
  create("spec/paths/resource-quotas/quotas-history.yaml", path);
  edit("spec/openapi.yaml", /^paths:\n/m, (found) => found + indented(line, 2));
  create("scripts/artifacts/operation-count/render.ts", generator);
  edit("scripts/artifacts/index.ts", /^ {2}artifact\("docs"/m, (found) => `${indented(entry, 2)}${found}`);

  await run("scripts/node_modules/@redocly/cli/bin/cli.js", "bundle", "vpcep@v1", "--output", "spec/dist/openapi.yaml");
  await Promise.all(["client", "mock"].map((name) => run("scripts/generate.ts", name)));
  mock = await startMockProcess(["--port", "0", "--document", join(root, "packages/mock/generated/openapi.mock.json")]);
}, 120_000);
afterAll(async () => {
  await mock?.stop();
  rmSync(root, { recursive: true });
});

it("the client of the new operation compiles, with the new field in its data", async () => {
  const program = `
    import { createClient, tokenAuth } from "./index.ts";
    import { listQuotaHistory } from "./operations.ts";
    import { operationCount } from "./generated/operation-count.ts";

    const client = createClient({ baseUrl: "http://127.0.0.1:4010", projectId: "p", auth: tokenAuth("any") });
    const { quotas } = await listQuotaHistory(client);
    export const results: (number | undefined)[] = [quotas?.resources?.[0]?.reserved, operationCount];
  `;
  expect(await compileClient(root, program)).toBe("");
  expect(await compileClient(root, program.replace("?.reserved", "?.released"))).toContain("'released'");
});

it("the mock responds to the new operation, with the new field", async () => {
  const { createClient, tokenAuth } = await import(join(root, "packages/client/src/index.ts"));
  const { listQuotaHistory } = await import(join(root, "packages/client/src/operations.ts"));
  const client = createClient({
    baseUrl: mock.url,
    projectId: "6e9dfd51d1124e8d8498dce894923a0d",
    auth: tokenAuth("any"),
  });
  const { quotas } = await listQuotaHistory(client);
  expect(quotas.resources[0]).toEqual({ type: "endpoint_service", used: 2, quota: 20, reserved: 1 });
});

it("the new artifact is out of date after an edit", async () => {
  appendFileSync(join(root, "packages/client/src/generated/operation-count.ts"), "// another\n");
  await expect(run("scripts/generate.ts", "client", "--check")).rejects.toThrow("operation-count.ts differs");
});
