import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, matchesGlob } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifacts } from "../artifacts/index.ts";
import { BUNDLE, ROOT } from "../core/artifact.ts";

interface Task {
  taskId: string;
  hash: string;
  command: string;
  directory: string;
  resolvedTaskDefinition: { outputs: string[] };
}

let folder: string;
let before: Map<string, Task>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "turbo-"));
  for (const file of execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n")) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  before = plan();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The tasks of a build that run a command, by name, as turbo plans them. */
function plan(): Map<string, Task> {
  const turbo = join(ROOT, "node_modules/turbo/bin/turbo");
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  const args = [turbo, "run", "build", "--dry=json"];
  const output = execFileSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { tasks } = JSON.parse(output) as { tasks: Task[] };
  return new Map(tasks.filter(({ command }) => command !== "<NONEXISTENT>").map((task) => [task.taskId, task]));
}

describe("every artifact", () => {
  /** Artifacts in the outputs of no task, so that a build from the cache would leave them out. */
  const unclaimed = (paths: string[], tasks: Iterable<Task>) => {
    const outputs = [...tasks].flatMap(({ directory, resolvedTaskDefinition }) =>
      resolvedTaskDefinition.outputs.map((glob) => `${directory}/${glob}`),
    );
    // An artifact may be a folder.
    return paths.filter(
      (path) => !outputs.some((glob) => matchesGlob(path, glob) || matchesGlob(`${path}/file`, glob)),
    );
  };
  const paths = [...artifacts.map(({ path }) => path), BUNDLE.slice(ROOT.length + 1)];

  it("lies in the outputs of a task", () => {
    expect(unclaimed(paths, before.values())).toEqual([]);
  });

  it("is missed where its task does not claim it", () => {
    const tasks = [...before.values()].filter(({ taskId }) => taskId !== "@vpcep/mock#generate");
    expect(unclaimed(paths, tasks)).toEqual(
      artifacts.map(({ path }) => path).filter((path) => path.startsWith("packages/mock/generated/")),
    );
  });
});

describe("a change misses the cache in the tasks that it concerns, and in no other", () => {
  const SPEC = ["@vpcep/spec#build"];
  const GENERATED = [
    "@vpcep/client#generate",
    "@vpcep/client#build",
    "@vpcep/docs#build",
    "@vpcep/mock#generate",
    "@vpcep/mock#build",
  ];

  /** Tasks that read the doc comments of the packages. */
  const COMMENTS = ["@vpcep/docs#reference", "@vpcep/docs#build"];

  it.each([
    ["a path of the description", "spec/paths/resource-quotas/quotas.yaml", [...SPEC, ...GENERATED]],
    ["a component of the description", "spec/components/schemas/Tag.yaml", [...SPEC, ...GENERATED]],
    ["the root of the description", "spec/openapi.yaml", [...SPEC, ...GENERATED]],
    ["the configuration of Redocly", "redocly.yaml", [...SPEC, ...GENERATED]],
    ["a generator", "scripts/artifacts/types/render.ts", ["@vpcep/client#generate", "@vpcep/client#build"]],
    ["the list of artifacts", "scripts/artifacts/index.ts", [...SPEC, ...GENERATED]],
    ["what generators share", "scripts/core/document.ts", [...SPEC, ...GENERATED]],
    ["the preparation of the mock", "packages/mock/prepare.ts", ["@vpcep/mock#build"]],
    ["the runtime of the client", "packages/client/src/client.ts", ["@vpcep/client#build", ...COMMENTS]],
    ["the runtime of the mock", "packages/mock/src/index.ts", ["@vpcep/mock#bundle", "@vpcep/mock#build", ...COMMENTS]],
    ["the reader of doc comments", "scripts/artifacts/docs/modules/extract.ts", COMMENTS],
    ["the look of the docs", "scripts/artifacts/docs/assets/style/base.css", ["@vpcep/docs#build"]],
    ["a page of the docs", "scripts/artifacts/docs/pages/operation.ts", ["@vpcep/docs#build"]],
    ["the changelog", "CHANGELOG.md", ["@vpcep/docs#build"]],
    [
      "the compiler's options",
      "tsconfig.base.json",
      [...SPEC, ...GENERATED, "@vpcep/mock#bundle", "@vpcep/docs#reference"],
    ],
    ["a test of the generators", "scripts/test/turbo.integration.test.ts", []],
    ["a check", "scripts/artifacts/types/check.ts", []],
    ["a test of what generators share", "scripts/core/artifact.test.ts", []],
    ["a test of the description", "spec/test/lint.integration.test.ts", []],
    ["the README", "README.md", []],
  ])("%s", (_, file, tasks) => {
    const text = readFileSync(join(folder, file));
    appendFileSync(join(folder, file), "\n");
    const after = plan();
    writeFileSync(join(folder, file), text);
    const missed = [...after.keys()].filter((id) => after.get(id)?.hash !== before.get(id)?.hash);
    expect(missed.sort()).toEqual([...tasks].sort());
  });

  it("what another task generates, so that the second of two builds is all cache hits", () => {
    for (const file of [
      "packages/client/src/generated/schema.ts",
      "packages/mock/generated/mock.config.json",
      "packages/docs/generated/modules.json",
    ]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), "");
    }
    const after = plan();
    expect([...after.keys()].filter((id) => after.get(id)?.hash !== before.get(id)?.hash)).toEqual([]);
  });
});
