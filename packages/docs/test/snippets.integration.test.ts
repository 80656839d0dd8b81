import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../../scripts/testing/bundle.ts";
import { SnippetFolder, snippetsOf } from "../../../scripts/testing/snippets.ts";
import { MOCK_COMMAND, startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const shell = (...args: string[]) => promisify(execFile)("sh", ["-e", ...args]);

const pages = globSync(join(import.meta.dirname, "../guide/*.md"))
  .sort()
  .map((file) => ({ page: basename(file, ".md"), text: readFileSync(file, "utf8") }));
const snippets = (language: string) =>
  pages.flatMap(({ page, text }) =>
    snippetsOf(text, language).map((code, index) => ({ name: `${page}-${index}`, code })),
  );

const programs = snippets("ts");
const commands = snippets("sh");
const codeOf = (name: string, all: typeof programs) => all.find((one) => one.name === name)?.code ?? "";
/** A command that stays on this computer: for the mock, or the mock itself. */
const isLocal = ({ code }: { code: string }) => /^npx @vpcep\/mock|127\.0\.0\.1/.test(code);

let mock: MockProcess;
let folder: SnippetFolder;
beforeAll(async () => {
  mock = await startMockProcess(["--stateful", "--port", "0"]);
  folder = new SnippetFolder("packages/docs", mock.url);
});
afterAll(async () => {
  folder.remove();
  await mock.stop();
});

/** A command as it runs here: the mock of this repository, on a free port, around a command that ends at once. */
function local(code: string): string {
  const command = code
    .replace("npx @vpcep/mock", `'${process.execPath}' '${MOCK_COMMAND}'`)
    .replace("4010\n", "0 -- true\n");
  return folder.local(command).replace("npm test", "true").replace("curl", "curl --silent --show-error --fail");
}

describe("the programs of the guide", () => {
  it("compile", async () => {
    expect(await folder.compile(...programs.map(({ name, code }) => folder.write(`${name}.ts`, code)))).toBe("");
    const broken = plant(codeOf("get-started-0", programs), "limit: 10", "limit: []");
    expect(await folder.compile(folder.write("broken.ts", broken))).toContain("TS2322");
  });

  it.each(programs)("run against the mock: $name", { timeout: 30_000 }, async ({ name, code }) => {
    expect(await folder.run(folder.write(`${name}.ts`, code))).toBe("");
  });

  it("are caught where the service would refuse them", async () => {
    const refused = folder.write("refused.ts", plant(codeOf("get-started-0", programs), "limit: 10", "limit: 5000"));
    await expect(folder.run(refused)).rejects.toThrow("400");
  });
});

describe("the commands of the guide", () => {
  it("are a shell's", async () => {
    for (const { code } of commands) await shell("-n", "-c", code);
    await expect(shell("-n", "-c", plant(commands[0]?.code ?? "", /$/, "'"))).rejects.toThrow("quot");
  });

  it.each(commands.filter(isLocal))("succeed with the mock: $name", async ({ code }) => {
    await shell("-c", local(code));
  });

  it("are caught with an option that the mock does not have", async () => {
    const refused = local(plant(codeOf("get-started-0", commands), "--stateful", "--stateless"));
    await expect(shell("-c", refused)).rejects.toThrow("--stateless");
  });
});
