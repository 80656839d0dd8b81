// Runs the script lines of the workflows as their runner does, but for those that need what only GitHub or a registry has.
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { startMockProcess, type MockProcess } from "../testing/start-mock.ts";
import { readFile } from "../testing/bundle.ts";

/** Lines that cannot run here, and why. */
const ELSEWHERE: [RegExp, string][] = [
  [/^npm install --global/, "installs pnpm for the whole machine"],
  [/^pnpm install/, "replaces the packages under these tests"],
  [/^pnpm test/, "runs these tests"],
  [/^pnpm release:check/, "asks the registry for advisories"],
  [/^pnpm release:versions --tag/, "needs the tag of a release"],
  [/^pnpm release:site/, "needs what the registry has; site.delivery.test.ts assembles it"],
  [/^pnpm --silent drift/, "needs the repository of the vendor's SDK"],
  [/^npm run release:publish|npm (view|pack)/, "needs a registry; registry.compat.test.ts publishes to one"],
  [/^gh |docker /, "needs GitHub or a registry of images"],
];

interface Step {
  run?: string;
  env?: Record<string, string>;
}
const steps = globSync(".github/workflows/*.yml", { cwd: ROOT })
  .sort()
  .flatMap((path) => {
    const { jobs } = parse(readFile(path)) as { jobs: Record<string, { steps?: Step[] }> };
    return Object.entries(jobs).flatMap(([job, { steps: all = [] }]) =>
      all.filter(({ run }) => run).map(({ run = "" }) => ({ file: path, job, line: run.trim() })),
    );
  });
const here = steps.filter(({ line }) => !ELSEWHERE.some(([pattern]) => pattern.test(line)));

let mock: MockProcess;
let scratch: string;
beforeAll(async () => {
  mock = await startMockProcess();
  scratch = mkdtempSync(join(tmpdir(), "workflow-lines-"));
});
afterAll(async () => {
  await mock.stop();
  rmSync(scratch, { recursive: true });
  rmSync(join(ROOT, "comment.md"), { force: true });
});

describe("a line of a workflow", () => {
  it.each(here)("$file $job: $line", ({ line }) => {
    const env = {
      ...process.env,
      GITHUB_STEP_SUMMARY: join(scratch, "summary"),
      GITHUB_OUTPUT: join(scratch, "output"),
      VPCEP_BASE_URL: mock.url,
    };
    const { status, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", line], {
      cwd: ROOT,
      env,
      encoding: "utf8",
    });
    // The comment is written, too, where the version is not raised yet.
    const isRefused = status === 1 && /^diff: info\.version/m.test(stderr);
    expect([isRefused ? 0 : status, status && !isRefused ? stderr : ""]).toEqual([0, ""]);
  });

  it("is run here or named with the reason why it is not, and each reason is used", () => {
    expect(here.map(({ line }) => line)).toEqual(expect.arrayContaining(["pnpm build", "pnpm release:pack"]));
    expect(ELSEWHERE.filter(([pattern]) => !steps.some(({ line }) => pattern.test(line)))).toEqual([]);
    expect(readFileSync(join(scratch, "output"), "utf8")).toMatch(/^file=\S+\.tgz\n/);
  });
});
