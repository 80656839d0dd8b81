// Follows "Add an operation" and "Add an artifact" of CONTRIBUTING.md in a clone.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant, readFile } from "../testing/bundle.ts";
import { CACHED, cloneRepository } from "../testing/clone.ts";
import { send } from "../testing/http.ts";

const section = (title: string) =>
  readFile("CONTRIBUTING.md").match(new RegExp(`### ${title}\\n[^]*?(?=\\n##)`))?.[0] ?? "";

/** Code blocks of a section, without their indentation; one that starts with a comment belongs to the file named there. */
function blocks(title: string): { file: string | undefined; code: string }[] {
  return [...section(title).matchAll(/^ {3}```\w+\n([^]*?)^ {3}```/gm)].map(([, text = ""]) => {
    const [first = "", ...rest] = text.replace(/^ {3}/gm, "").split("\n");
    const file = first.match(/^(?:#|\/\/) (\S+)$/)?.[1];
    return { file, code: file ? rest.join("\n") : [first, ...rest].join("\n") };
  });
}

let clone: string;
beforeAll(() => {
  clone = cloneRepository();
});
afterAll(() => rmSync(clone, { recursive: true }));

const read = (file: string) => readFileSync(join(clone, file), "utf8");
function write(file: string, text: string) {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
}
const build = () =>
  execFileSync("node_modules/.bin/turbo", ["run", "build", "--output-logs=errors-only"], {
    cwd: clone,
    env: { ...process.env, ...CACHED },
    encoding: "utf8",
    stdio: "pipe",
  });

describe("a contributor who follows CONTRIBUTING", () => {
  it("adds an operation by files of spec/ alone", async () => {
    const [operation, path, row] = blocks("Add an operation");
    write(operation?.file ?? "", operation?.code ?? "");
    const line = "  /v1/{project_id}/quotas:\n    $ref: paths/resource-quotas/quotas.yaml\n";
    write("spec/openapi.yaml", plant(read("spec/openapi.yaml"), line, line + path?.code.replace(/^(?=.)/gm, "  ")));
    appendFileSync(join(clone, "spec/upstream.csv"), row?.code ?? "");
    build();
    expect(build()).toMatch(/Cached: +(\d+) cached, \1 total/);
    execFileSync("pnpm", ["--filter", "@vpcep/spec", "lint"], { cwd: clone, stdio: "pipe" });
    expect(read("packages/client/src/generated/operations.ts")).toContain("listQuotaHistory");
    expect(existsSync(join(clone, "packages/docs/dist/reference/listQuotaHistory.html"))).toBe(true);
    const { startMock } = (await import(pathToFileURL(join(clone, "packages/mock/dist/index.js")).href)) as {
      startMock(options: object): Promise<{ url: string; stop(): Promise<void> }>;
    };
    const mock = await startMock({ stateful: true });
    const { status, body } = await send(`${mock.url}/v1/p/quotas/history`, "GET", { "X-Auth-Token": "any" });
    await mock.stop();
    expect([status, body]).toEqual([200, expect.stringContaining("quotas")]);
  });

  it("adds an artifact by a folder and a line in the list", () => {
    const [generator, entry] = blocks("Add an artifact");
    write(generator?.file ?? "", generator?.code ?? "");
    const list = entry?.file ?? "";
    write(list, plant(read(list), '  artifact("docs"', `${entry?.code.replace(/^(?=.)/gm, "  ")}  artifact("docs"`));
    build();
    expect(read("packages/client/src/generated/operation-count.ts")).toMatch(
      /^\/\/ Generated from .*\n\nexport const operationCount = \d+;\n$/,
    );
    const check = ["scripts/generate.ts", "client", "--check"];
    expect(execFileSync(process.execPath, check, { cwd: clone, encoding: "utf8", stdio: "pipe" })).not.toContain(
      "error",
    );
  });
});
