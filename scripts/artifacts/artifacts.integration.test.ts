import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifacts } from "./index.ts";
import { checkClientOptions } from "./client-options/check.ts";
import { checkCodes, checkErrors, checkPagination, checkWaiters } from "./pagination/check.ts";
import { checkMockDocument } from "./mock-document/check.ts";
import { checkValidators } from "./validators/check.ts";
import { checkTypes } from "./types/check.ts";
import { artifact as types } from "./types/render.ts";
import { artifact as operations } from "./operations/render.ts";
import { compare, ROOT } from "../core/artifact.ts";
import { listOperations, readDocument, type OpenApiDocument } from "../core/document.ts";
import { bundle, plant } from "../testing/bundle.ts";
import { readFolder } from "../testing/site.ts";

const PACKAGES = ["client", "docs", "mock", "spec"];
const FIXTURE = join(import.meta.dirname, "fixtures/library.yaml");

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "generators-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

function generate(...args: string[]) {
  return spawnSync(process.execPath, [join(ROOT, "scripts/generate.ts"), ...args], { encoding: "utf8" });
}

describe.each(artifacts)("$path", (artifact) => {
  it("is what the description renders to, byte by byte", async () => {
    expect(await compare(artifact, bundle, ROOT)).toBeUndefined();
  });

  it("renders to the same bytes twice and leaves the document as it was", async () => {
    const document = structuredClone(bundle);
    expect(await artifact.render(document)).toEqual(await artifact.render(document));
    expect(document).toEqual(bundle);
  });

  it("is reported when one character of it, or all of it, is gone", async () => {
    const copy = join(scratch, artifact.path);
    expect(await compare(artifact, bundle, scratch)).toContain("is missing");
    cpSync(join(ROOT, artifact.path), copy, { recursive: true });
    expect(await compare(artifact, bundle, scratch)).toBeUndefined();
    const file = [...globSync(`${artifact.path}/**/*.{html,ts}`, { cwd: scratch }).sort(), artifact.path][0] as string;
    writeFileSync(join(scratch, file), plant(readFileSync(join(scratch, file), "utf8"), /\n(?=[^\n]*$)/, ""));
    expect(await compare(artifact, bundle, scratch)).toContain(`${file} differs from what the spec renders to`);
  });
});

it("names every artifact folder once", () => {
  const folders = globSync("scripts/artifacts/*/render.ts", { cwd: ROOT }).map((file) => file.split("/")[2]);
  expect(artifacts.map(({ name }) => name).sort()).toEqual(folders.sort());
});

it("has nothing of this API in scripts/", () => {
  const operations = listOperations(bundle);
  // A name of one word, or a path of one segment, may stand for something else.
  const names = [
    ...operations.map(({ operationId }) => operationId),
    ...operations.map(({ path }) => path).filter((path) => path.split("/").length > 2),
    ...Object.keys(bundle.components?.["schemas"] ?? {}).filter((name) => /[a-z][A-Z]/.test(name)),
  ];
  const sources = globSync(["scripts/*.ts", "scripts/{core,artifacts}/**/*.ts"], {
    cwd: ROOT,
    exclude: ["**/*.test.ts"],
  });
  const mentions = sources.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(sources.length).toBeGreaterThan(10);
  expect(mentions).toEqual([]);
});

describe("another API altogether", () => {
  const read = (path: string) => readFileSync(join(scratch, "library", path), "utf8");
  let library: OpenApiDocument;

  beforeAll(() => {
    library = readDocument(FIXTURE);
    for (const name of PACKAGES) {
      execFileSync(process.execPath, [
        join(ROOT, "scripts/generate.ts"),
        name,
        "--spec",
        FIXTURE,
        "--out",
        join(scratch, "library"),
      ]);
    }
  });

  it("has types that agree with it", () => {
    expect(checkTypes(library, read(types.path))).toEqual([]);
  });

  it("has functions whose parameters keep apart what has one name in two places", () => {
    const source = read(operations.path);
    expect(source).toContain("export function replaceBook(");
    expect(source).toMatch(
      /"replace-book", "PUT", "\/books\/\{id\}", params, options, \{ query_id: \["query","id"\], "X-Reason": \["header","X-Reason"\]/,
    );
    expect(source).toMatch(/export type ReplaceBookData = .*\["responses"\]\[200\].* \| undefined;/);
    expect(source).toMatch(/@deprecated\n \*\/\nexport function removeBook/);
  });

  it("has pages, waiters, errors and error codes that agree with it", () => {
    const generated = (name: string) => read(`packages/client/src/generated/${name}.ts`);
    expect(checkPagination(library, generated("pagination"))).toEqual([]);
    expect(generated("pagination")).toContain('"offset":"from","text":true,"items":["shelf","books"]}');
    expect(checkWaiters(library, generated("waiters"))).toEqual([]);
    expect(generated("waiters")).toContain("): Promise<ListBooksData | undefined> {");
    expect(checkErrors(library, generated("errors"))).toEqual([]);
    expect(checkCodes(library, generated("error-codes"))).toEqual([]);
    expect(generated("error-codes")).toContain('  listBooks: "LIB.1" | "LIB.2";');
    expect(
      checkValidators(library, readFolder(join(scratch, "library/packages/client/src/generated/validate"))),
    ).toEqual([]);
  });

  it("has client options and a mock document that agree with it", async () => {
    expect(await checkClientOptions(library, read("packages/client/src/generated/client-options.ts"))).toEqual([]);
    const mock = read("packages/mock/generated/openapi.mock.json");
    expect(checkMockDocument(library, mock)).toEqual([
      // A header parameter that OpenAPI says to ignore, and Prism would enforce.
      expect.stringContaining("/paths/~1books~1{id}/put/parameters/2"),
    ]);
    expect(JSON.parse(mock).components.schemas.Book.examples).toBeUndefined();
  });
});

describe.each(PACKAGES)("node scripts/generate.ts %s", (name) => {
  it("exits with 1 and one line where --check finds a difference, and with 0 where there is none", () => {
    expect(generate(name, "--check").status).toBe(0);
    const stale = generate(name, "--check", "--spec", FIXTURE);
    expect(stale.status).toBe(1);
    expect(stale.stderr).toMatch(/^error: \S+ differs from what the spec renders to/);
  });

  it("names a file that is no OpenAPI 3.1 document, and an option that it does not have", () => {
    const wrong = join(scratch, "wrong.yaml");
    writeFileSync(wrong, "openapi: 3.0.3\n");
    expect(generate(name, "--spec", wrong).stderr).toContain(
      `${wrong}: not an OpenAPI 3.1 document (openapi: "3.0.3")`,
    );
    expect(generate(name, "--spec", "nowhere.yaml").stderr).toContain("nowhere.yaml: cannot be read");
    expect(generate(name, "--speck", "x").stderr).toContain("'--speck'");
  });
});

describe("a document with an error", () => {
  const broken = (change: (document: OpenApiDocument) => void) => {
    const document = readDocument(FIXTURE);
    change(document);
    return () => listOperations(document);
  };
  const operation = (document: OpenApiDocument, method: string) =>
    document.paths?.["/books/{id}"]?.[method] as Record<string, unknown>;

  it.each([
    [
      "an operation without operationId",
      (d: OpenApiDocument) => delete operation(d, "put")["operationId"],
      "/paths/~1books~1{id}/put: has no operationId",
    ],
    [
      "an operationId given twice",
      (d: OpenApiDocument) => (operation(d, "delete")["operationId"] = "replace-book"),
      'operationId "replace-book" is also that of /paths/~1books~1{id}/put',
    ],
    [
      "a reference to nothing",
      (d: OpenApiDocument) => (operation(d, "put")["requestBody"] = { $ref: "#/components/none" }),
      'reference "#/components/none" leads nowhere',
    ],
    [
      "a reference to a file",
      (d: OpenApiDocument) => (operation(d, "put")["requestBody"] = { $ref: "body.yaml" }),
      'reference "body.yaml" leaves the document',
    ],
  ])("is named with its place: %s", (_, change, message) => {
    expect(broken(change)).toThrow(message);
  });
});
