import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { checkWorkflow } from "./workflows.ts";
import { plant, readFile } from "../testing/bundle.ts";

const CI = ".github/workflows/ci.yml";
const WORKFLOWS = globSync(".github/workflows/*.yml", { cwd: ROOT }).sort();

describe("the workflows", () => {
  it.each([...WORKFLOWS, "action/action.yml"])("%s has no known weakness", (path) => {
    expect(checkWorkflow(readFile(path))).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      "an action by its tag",
      /actions\/checkout@\S+ # v7.0.1/,
      "actions/checkout@v7",
      "actions/checkout@v7 is not pinned",
    ],
    ["a commit without its version", " # v7.0.1", "", "does not say its version"],
    ["a token left behind", "persist-credentials: false", "fetch-depth: 1", "checkout leaves its token"],
    [
      "permissions for every job",
      "permissions: {}",
      "permissions: write-all",
      "the workflow as a whole has permissions",
    ],
    [
      "a job that says nothing of permissions",
      "    permissions:\n      contents: read\n",
      "",
      "test: names no permissions",
    ],
    ["a job without an end", "    timeout-minutes: 25\n", "", "test: has no timeout-minutes"],
    [
      "the rights of the target",
      "  pull_request:\n",
      "  pull_request_target:\n",
      "pull_request_target runs a stranger's change",
    ],
    [
      "the rights of another run",
      "  pull_request:\n",
      "  workflow_run:\n    workflows: [Other]\n",
      "workflow_run runs a stranger's change",
    ],
    [
      "every secret handed on",
      "    needs: diff\n",
      "    needs: diff\n    secrets: inherit\n",
      "comment: hands on every secret",
    ],
    [
      "text of a stranger in a script of an action",
      "          persist-credentials: false",
      "          persist-credentials: false\n          script: log(${{ github.event.pull_request.title }})",
      "has an expression in a script",
    ],
    [
      "text of a stranger in a script",
      "run: pnpm test",
      "run: echo ${{ github.event.pull_request.title }}",
      "has an expression in a script",
    ],
    ["a lockfile that may move", "pnpm install --frozen-lockfile", "pnpm install", "does not freeze the lockfile"],
  ])("are refused with %s", (_, from, to, problem) => {
    expect(checkWorkflow(plant(readFile(CI), from, to)).join("\n")).toContain(problem);
  });

  it("call the commands that CONTRIBUTING names, and no file of their own", () => {
    const { scripts } = JSON.parse(readFile("package.json")) as { scripts: Record<string, string> };
    const named = [...readFile("CONTRIBUTING.md").matchAll(/`pnpm ([\w:]+)/g)].map(([, name = ""]) => name);
    const runs = WORKFLOWS.map(readFile).join("\n");
    const called = new Set([...runs.matchAll(/\b(?:pnpm|npm run) ([\w:]+)/g)].map(([, name = ""]) => name));
    called.delete("install");
    expect(called.size).toBeGreaterThan(4);
    expect([...called].filter((name) => !named.includes(name) || !(name in scripts))).toEqual([]);
    expect(runs).not.toMatch(/node scripts/);
  });

  it("use the pnpm that package.json names, and a Node that it allows", () => {
    const { devEngines, engines } = JSON.parse(readFile("package.json")) as {
      devEngines: { packageManager: { version: string } };
      engines: { node: string };
    };
    const jobs = WORKFLOWS.flatMap((path) =>
      Object.values(
        (
          parse(readFile(path)) as {
            jobs: Record<string, { steps?: { run?: string; with?: Record<string, unknown> }[] }>;
          }
        ).jobs,
      ),
    );
    const steps = jobs.flatMap(({ steps = [] }) => steps);
    const pnpms = new Set(steps.flatMap(({ run = "" }) => run.match(/pnpm@\S+/) ?? []));
    expect([...pnpms]).toEqual([expect.stringMatching(new RegExp(`^pnpm@${devEngines.packageManager.version}\\.`))]);
    const nodes = new Set(steps.flatMap(({ with: inputs }) => inputs?.["node-version"] ?? []));
    expect([...nodes].map((node) => engines.node.startsWith(`>=${node}`))).toEqual([true]);
  });
});
