// Follows the worked examples of CONTRIBUTING.md in a clone, one after the other.
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { artifacts } from "../artifacts/index.ts";
import { BUNDLE, compare, ROOT } from "../core/artifact.ts";
import { readDocument } from "../core/document.ts";
import { changes, line } from "../tasks/diff/changes.ts";
import { versionProblem } from "../tasks/diff/version.ts";
import { plant, readFile } from "../testing/bundle.ts";
import { CACHED, cloneRepository } from "../testing/clone.ts";

// Each test builds at least once.
vi.setConfig({ testTimeout: 180_000 });

const guide = readFile("CONTRIBUTING.md");
const sectionOf = (title: string) => guide.slice(guide.indexOf(`### ${title}\n`)).split(/\n###? /)[0] as string;

/** Returns the code blocks of a section, and the file that a comment in the first line names. */
function blocksOf(title: string): { file: string; code: string }[] {
  return [...sectionOf(title).matchAll(/^ {3}```\w+\n([^]*?)^ {3}```$/gm)].map(([, text = ""]) => {
    const code = text.replace(/^ {3}/gm, "");
    const [comment = "", file = ""] = code.match(/^(?:#|\/\/) (\S+)\n/) ?? [];
    return { file, code: code.slice(comment.length) };
  });
}
const indented = (text: string | undefined, spaces: number) => (text ?? "").replace(/^(?=.)/gm, " ".repeat(spaces));

let clone: string;
beforeAll(() => {
  clone = cloneRepository();
});
afterAll(() => rmSync(clone, { recursive: true }));

const edit = (file: string, from: string, to: string) =>
  writeFileSync(join(clone, file), plant(readFileSync(join(clone, file), "utf8"), from, to));
const create = ({ file, code }: { file: string; code: string } = { file: "", code: "" }) => {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), code);
};
const run = (command: string, args: string[], cwd = clone) =>
  execFileSync(command, args, { cwd, env: { ...process.env, ...CACHED }, encoding: "utf8", stdio: "pipe" });
const build = () => run("node_modules/.bin/turbo", ["run", "build", "--output-logs=errors-only"]);

it("adds a field, which moves the listed artifacts and no other, and is rated as printed", async () => {
  const [field, printed] = blocksOf("Add a field");
  appendFileSync(join(clone, "spec/components/schemas/Quota.yaml"), indented(field?.code, 2));
  const example = "spec/components/examples/ListQuotaDetailsAllResponse.yaml";
  edit(example, "        quota: 20\n", "        quota: 20\n        reserved: 1\n");
  build();
  const [base, revised] = [readDocument(BUNDLE), readDocument(join(clone, "spec/dist/openapi.yaml"))];
  const moved: string[] = [];
  for (const artifact of artifacts) if (await compare(artifact, base, clone)) moved.push(artifact.path);
  const listed = [...sectionOf("Add a field").matchAll(/^ {3}\| `([^`]+)` \|/gm)].map(([, path = ""]) => path);
  expect(listed.sort()).toEqual([...moved, BUNDLE.slice(ROOT.length + 1)].sort());

  const found = changes(base, revised);
  const { version } = base.info;
  const lines = found.map((change) => `${change.impact}  ${line(change)}`);
  lines.push(`diff: ${versionProblem(version, version, found)}`);
  const anyVersion = (text: string) => text.replace(/\d+\.\d+\.\d+/g, "X");
  expect(anyVersion(printed?.code.trim() ?? "")).toBe(anyVersion(lines.join("\n")));
});

it("adds an operation by files of spec/ alone, and an artifact by a folder and a line in the list", () => {
  const [operation, path, row] = blocksOf("Add an operation");
  create(operation);
  const quotas = "  /v1/{project_id}/quotas:\n    $ref: paths/resource-quotas/quotas.yaml\n";
  edit(path?.file ?? "", quotas, quotas + indented(path?.code, 2));
  appendFileSync(join(clone, "spec/upstream.csv"), row?.code ?? "");
  const [generator, entry] = blocksOf("Add an artifact");
  create(generator);
  edit(entry?.file ?? "", '  artifact("docs"', `${indented(entry?.code, 2)}  artifact("docs"`);
  build();
  expect(build()).toMatch(/Cached: +(\d+) cached, \1 total/);
  run("pnpm", ["--filter", "./spec", "lint"]);
  expect(existsSync(join(clone, "packages/docs/dist/reference/listQuotaHistory.html"))).toBe(true);
});

it("compiles a call of the new operation with the new field, and the stateful mock responds to it", async () => {
  const { startMock } = (await import(pathToFileURL(join(clone, "packages/mock/dist/index.js")).href)) as {
    startMock(options: object): Promise<{ url: string; stop(): Promise<void> }>;
  };
  const mock = await startMock({ stateful: true });
  const program = (name: string) => `
    import { createClient, tokenAuth } from "@vpcep/client";
    import { listQuotaHistory } from "@vpcep/client/operations";
    import { operationCount } from "../client/src/generated/operation-count.ts";
    const client = createClient({ baseUrl: "${mock.url}", projectId: "p", auth: tokenAuth("any") });
    const { quotas } = await listQuotaHistory(client);
    console.log(quotas?.resources?.[0]?.${name}, operationCount > 1);`;
  const docs = join(clone, "packages/docs");
  const compile = (name: string) => {
    writeFileSync(join(docs, "program.mts"), program(name));
    const options = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--allowImportingTsExtensions"];
    run("node_modules/.bin/tsc", [...options, "--module", "nodenext", "--target", "es2024", "program.mts"], docs);
  };
  expect(() => compile("released")).toThrow();
  compile("reserved");
  const stdout = await new Promise((resolve, reject) =>
    execFile(process.execPath, ["program.mts"], { cwd: docs }, (error, text) =>
      error ? reject(error) : resolve(text),
    ),
  );
  await mock.stop();
  expect(stdout).toBe("1 true\n");
});

it("finds that the new artifact was edited", () => {
  const check = () => run(process.execPath, ["scripts/generate.ts", "client", "--check"]);
  check();
  appendFileSync(join(clone, "packages/client/src/generated/operation-count.ts"), "// another\n");
  expect(check).toThrow("operation-count.ts differs");
});
