import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant, readFile } from "../../../scripts/testing/bundle.ts";
import { SnippetFolder, snippetsOf } from "../../../scripts/testing/snippets.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

/** Comments of the code, without the stars at the start of their lines. */
const COMMENTS = globSync(join(import.meta.dirname, "../src/**/*.ts"))
  .sort()
  .map((file) => readFileSync(file, "utf8").replace(/^ \* ?/gm, ""))
  .join("\n");
const snippets = snippetsOf(`${readFile("packages/client/README.md")}\n${COMMENTS}`, "ts").map((code, index) => ({
  index,
  code,
}));

let mock: MockProcess;
let folder: SnippetFolder;
beforeAll(async () => {
  mock = await startMockProcess();
  folder = new SnippetFolder("packages/client", mock.url);
});
afterAll(async () => {
  folder.remove();
  await mock.stop();
});

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

  it("has snippets that compile", async () => {
    const files = snippets.map(({ index, code }) => folder.write(`compiled${index}.ts`, code));
    expect(await folder.compile(...files)).toBe("");
  });

  it("would show one that does not", async () => {
    const first = snippets[0]?.code ?? "";
    const broken = folder.write("broken.ts", plant(first, "limit: 50", 'limit: "50"'));
    expect(await folder.compile(broken)).toContain("TS2322");
  });

  it.each(snippets)("has snippets that run against the mock ($index)", async ({ index, code }) => {
    expect(await folder.run(folder.write(`run${index}.ts`, code))).toBe("");
  });

  it("would show one that fails", async () => {
    const broken = plant(snippets[0]?.code ?? "", "limit: 50", "limit: 5000");
    await expect(folder.run(folder.write("failing.ts", broken))).rejects.toThrow("listEndpoints: 400");
  });
});
