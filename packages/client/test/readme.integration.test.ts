import { execFile, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../../scripts/testing/bundle.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const README = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
/** Comments of the code, without the stars at the start of their lines. */
const COMMENTS = globSync(join(import.meta.dirname, "../src/**/*.ts"))
  .sort()
  .map((file) => readFileSync(file, "utf8").replace(/^ \* ?/gm, ""))
  .join("\n");
const snippets = [...`${README}\n${COMMENTS}`.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""], index) => ({
  index,
  code,
}));
const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

let mock: MockProcess;
let folder: string;
beforeAll(async () => {
  mock = await startMockProcess();
  // Inside the package, so that its name leads to it.
  folder = mkdtempSync(join(import.meta.dirname, "readme-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.stop();
});

/** The snippet as a module that calls the mock; it goes on with the client that the first one made. */
function write(name: string, code: string): string {
  const made = code.includes("const client =")
    ? ""
    : `import * as made from "@vpcep/client";
const client = made.createClient({ region: "cn-north-4", projectId: "6e9dfd51d1124e8d8498dce894923a0d", auth: made.tokenAuth("t") });\n`;
  const local = (made + code)
    .replaceAll('region: "cn-north-4"', `baseUrl: "${mock.url}"`)
    .replaceAll("http://127.0.0.1:4010", mock.url);
  const file = join(folder, name);
  writeFileSync(file, local);
  return file;
}

function compile(...files: string[]) {
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "--lib",
    "es2023,dom",
    "--types",
    "node",
    "--ignoreConfig",
  ];
  return spawnSync(process.execPath, [TSC, ...options, ...files], { encoding: "utf8", cwd: folder });
}

describe("the README, with the doc comments,", () => {
  it("has a snippet for each feature that it names", () => {
    for (const name of [
      "createClient",
      "tokenAuth",
      "passwordAuth",
      "accessKeyAuth",
      "signRequest",
      "VpcepNotFoundError",
      "paginate",
      "waitFor",
      "validateResponses",
      "Prefer",
    ]) {
      expect(
        snippets.some(({ code }) => code.includes(name)),
        name,
      ).toBe(true);
    }
  });

  it("has snippets that compile", () => {
    const files = snippets.map(({ index, code }) => write(`compiled${index}.ts`, code));
    expect(compile(...files).stdout).toBe("");
  });

  it("would show one that does not", () => {
    const first = snippets[0]?.code ?? "";
    expect(compile(write("broken.ts", plant(first, "limit: 50", 'limit: "50"'))).stdout).toContain("TS2322");
  });

  it.each(snippets)("has snippets that run against the mock ($index)", async ({ index, code }) => {
    const { stderr } = await promisify(execFile)(process.execPath, [write(`run${index}.ts`, code)]);
    expect(stderr.replace(/^.*ExperimentalWarning.*$|^\(Use `node.*$/gm, "").trim()).toBe("");
  });

  it("would show one that fails", async () => {
    const broken = plant(snippets[0]?.code ?? "", "limit: 50", "limit: 5000");
    await expect(promisify(execFile)(process.execPath, [write("failing.ts", broken)])).rejects.toThrow(
      "listEndpoints: 400",
    );
  });
});
