import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { signRequest } from "@vpcep/client/auth";
import { ROOT } from "../../../scripts/core/artifact.ts";
import { plant, readFile } from "../../../scripts/testing/bundle.ts";
import { snippetsOf } from "../../../scripts/testing/snippets.ts";

const run = promisify(execFile);
const page = readFile("packages/docs/guide/signing.md");
const authorization = page.match(/^Authorization: (SDK-HMAC-SHA256 .+)$/m)?.[1];
const folder = join(ROOT, "packages/docs/reports/signers");

const LANGUAGES = [
  { language: "python", file: "signer.py", command: ["python3"] },
  { language: "go", file: "signer.go", command: ["go", "run"] },
  { language: "java", file: "Sign.java", command: ["java"] },
];
const isInstalled = ({ command: [program = ""] }: { command: string[] }) =>
  spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const sourceOf = (language: string) => snippetsOf(page, language).join("");

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { language, file } of LANGUAGES) writeFileSync(join(folder, file), sourceOf(language));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the signers of the guide", () => {
  it.each(LANGUAGES.filter(isInstalled))(
    "compute the worked example in $language",
    { timeout: 120_000 },
    async ({ file, command: [program = "", ...args] }) => {
      const { stdout } = await run(program, [...args, join(folder, file)]);
      expect(stdout.trim()).toBe(authorization);
    },
  );

  it.each(LANGUAGES)("parse in $language", async ({ language }) => {
    await Parser.init();
    const { resolve } = createRequire(import.meta.url);
    const grammar = await Language.load(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${language}.wasm`));
    const parser = new Parser().setLanguage(grammar);
    const isValid = (source: string) => parser.parse(source)?.rootNode.hasError === false;
    expect(isValid(sourceOf(language))).toBe(true);
    expect(isValid(plant(sourceOf(language), "{", ""))).toBe(false);
  });
});

/** Requests with everything that is escaped, sorted or repeated. */
const text = fc.string({ unit: fc.constantFrom(..."az09-._~ +*/?#[]@!$&'(),;=:%é终🙂"), maxLength: 12 });
const name = fc.string({ unit: fc.constantFrom(..."abcxyz_-."), minLength: 1, maxLength: 6 });
const drawn = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT"),
  path: fc.array(
    text.map(encodeURIComponent).filter((part) => !/^\.{0,2}$/.test(part)),
    { maxLength: 4 },
  ),
  query: fc.array(fc.tuple(name, text), { maxLength: 5 }),
  headers: fc.dictionary(fc.stringMatching(/^x-[a-z]{1,5}(-[a-z]{1,3})?$/), fc.constantFrom("a", "b, c", "d;e=f"), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  body: text,
});

// As above: where the language is installed.
it.each(LANGUAGES.slice(0, 1).filter(isInstalled))("sign drawn requests as the client does, in $language", async () => {
  const requests = fc.sample(drawn, { numRuns: 200, seed: 1 }).map(({ path, query, headers, ...request }) => ({
    ...request,
    url: `https://example.com:8443/${path.join("/")}?${query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`,
    headers: { ...headers, "X-Sdk-Date": "20230401T120000Z" },
  }));
  const key = { accessKeyId: "EXAMPLEACCESSKEY0001", secretAccessKey: "example-secret-key-not-real-0001" };
  const wanted = await Promise.all(requests.map(async (request) => (await signRequest(request, key))["Authorization"]));
  const script = `import json, sys, signer
for one in json.load(open(sys.argv[1])):
    signed = signer.sign(one["method"], one["url"], one["headers"], one["body"].encode(), *sys.argv[2:])
    print(signed["Authorization"])`;
  const file = join(folder, "requests.json");
  writeFileSync(file, JSON.stringify(requests));
  const args = ["-c", script, file, key.accessKeyId, key.secretAccessKey];
  const { stdout } = await run("python3", args, { cwd: folder });
  expect(stdout.trim().split("\n")).toEqual(wanted);
});
