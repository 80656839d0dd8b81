import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifacts } from "./index.ts";
import { compare, ROOT } from "../core/artifact.ts";
import { listOperations, readDocument, type OpenApiDocument } from "../core/document.ts";
import { pointerSegments } from "../core/pointer.ts";
import { bundle, plant } from "../testing/bundle.ts";
import { renderInto } from "../testing/scratch.ts";

const FIXTURE = join(import.meta.dirname, "fixtures/library.yaml");
const checked = artifacts.filter(({ check }) => check);

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "artifacts-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(artifacts)("$name", (artifact) => {
  it("is what the spec renders to, and misses one character", async () => {
    const document = structuredClone(bundle);
    expect(await compare(artifact, document, ROOT)).toBeUndefined();
    expect(document).toEqual(bundle);
    cpSync(join(ROOT, artifact.path), join(scratch, artifact.path), { recursive: true });
    const [file = artifact.path] = globSync(`${artifact.path}/**/*.{html,ts}`, { cwd: scratch }).sort();
    writeFileSync(join(scratch, file), plant(readFileSync(join(scratch, file), "utf8"), /\n(?=[^\n]*$)/, ""));
    expect(await compare(artifact, document, scratch)).toContain(`${file} differs from what the spec renders to`);
  });
});

describe.each(checked)("the check of $name", ({ check }) => {
  it("finds nothing wrong", async () => {
    expect(await check?.(bundle, ROOT)).toEqual([]);
  });
});

describe("an artifact that is out of date", () => {
  let library: OpenApiDocument;
  let root: string;
  beforeAll(async () => {
    library = readDocument(FIXTURE);
    root = join(scratch, "library");
    await renderInto(root, library);
  });

  it("is the only thing that the checks report", async () => {
    for (const { check } of checked) expect(await check?.(library, root)).toEqual([]);
  });

  const [LIST, BOOK, PUT] = ["/paths/~1books/get", "/components/schemas/Book", "/paths/~1books~1{id}/put"];
  const GONE = undefined;

  /** Edits of the document, at a JSON pointer, that these artifacts must not miss. */
  const edits: [what: string, pointer: string, value: unknown, names: string][] = [
    ["an optional property that is new", `${BOOK}/properties/pages`, { type: "integer" }, "types"],
    ["a property that is gone", `${BOOK}/properties/copies`, GONE, "types"],
    ["a property that became required", `${BOOK}/required`, ["title", "isbn"], "types validators"],
    ["a property that became optional", `${BOOK}/required`, GONE, "types validators"],
    ["another type", `${BOOK}/properties/title/type`, "integer", "types validators"],
    ["a value that may no longer be null", `${BOOK}/properties/isbn/type`, "string", "types validators"],
    ["a new value of an enum", `${BOOK}/properties/copies/items/properties/shelf/enum/3`, "c", "types validators"],
    ["a list that became one object", `${BOOK}/properties/copies/type`, "object", "types validators"],
    ["another bound", `${BOOK}/properties/title/maxLength`, 19, "validators"],
    ["another pattern", `${BOOK}/properties/isbn/pattern`, "^[a-z]*$", "validators"],
    ["an object that became closed", `${BOOK}/additionalProperties`, false, "validators"],
    [
      "another schema of a response",
      `${LIST}/responses/200/content/application~1json/schema`,
      { type: "array", items: {} },
      "types operations validators",
    ],
    ["another operationId", `${LIST}/operationId`, "findBooks", "types operations error-codes validators"],
    [
      "another method",
      "/paths/~1books",
      { patch: { operationId: "listBooks" } },
      "types operations pagination waiters validators",
    ],
    ["an operation that is gone", `${PUT}`, GONE, "types operations error-codes validators"],
    ["a parameter that became required", `${LIST}/parameters/0/required`, true, "types operations"],
    ["a parameter of another name", `${LIST}/parameters/0/name`, "start", "types operations"],
    ["a parameter of another type", `${LIST}/parameters/0/schema/type`, "integer", "types operations"],
    ["a header that is gone", `${PUT}/parameters/1`, GONE, "types operations"],
    ["a body that may be left out", `${PUT}/requestBody/required`, false, "types operations"],
    ["a status that is new", `${LIST}/responses/418`, { description: "Teapot." }, "types errors"],
    ["a status that is gone", `${LIST}/responses/410`, GONE, "types errors"],
    ["items of a page elsewhere", `${LIST}/x-pagination/items`, "/shelf/others", "pagination"],
    ["a total of pages", `${LIST}/x-pagination/total`, "/shelf/total", "pagination"],
    ["another offset", `${LIST}/x-pagination/offsetParam`, "start", "pagination"],
    ["another state for success", `${LIST}/x-waiters/shelfFull/success`, ["stuffed"], "waiters"],
    ["another state for failure", `${LIST}/x-waiters/shelfFull/failure`, ["burnt"], "waiters"],
    ["a state elsewhere", `${LIST}/x-waiters/shelfFull/state`, "/state", "waiters"],
    ["another meaning of 404", `${LIST}/x-waiters/shelfFull/missing`, "error", "waiters"],
    ["another interval", `${LIST}/x-waiters/shelfFull/interval`, 1000, "waiters"],
    ["another timeout", `${LIST}/x-waiters/shelfFull/timeout`, 61, "waiters"],
    ["a waiter that is gone", `${LIST}/x-waiters`, GONE, "waiters"],
    ["another error code", `${LIST}/x-error-codes/0`, "LIB.3", "error-codes"],
    ["another option for a parameter", `${PUT}/parameters/0/x-client-option`, "projectId", "client-options"],
    ["another server", "/servers/1/url", "https://{region}.library.test", "client-options"],
    ["a region that is gone", "/servers/1/variables/region/enum/1", GONE, "client-options"],
    ["another version", "/info/version", "2.3.5", "client-options mock-config"],
    ["another description", `${LIST}/description`, "Lists books.", "description-json mock-document"],
  ];

  const score = { reported: 0, of: 0 };
  afterAll(() => console.log(`${score.reported} of ${score.of} edits reported by each artifact concerned`));

  it.each(edits)("is reported: %s", async (_, pointer, value, names) => {
    const edited = structuredClone(library);
    const keys = pointerSegments(pointer);
    const last = keys.pop() as string;
    const parent = keys.reduce<any>((node, key) => node[key], edited);
    if (value !== undefined) parent[last] = value;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
    const silent: string[] = [];
    for (const name of names.split(" ")) {
      const found = await artifacts.find((artifact) => artifact.name === name)?.check?.(edited, root);
      score.of++;
      if (found?.length) score.reported++;
      else silent.push(name);
    }
    expect(silent).toEqual([]);
  });
});

it("lists every folder that has a generator, and loads every check", () => {
  const folders = (file: string) =>
    globSync(`scripts/artifacts/*/${file}.ts`, { cwd: ROOT }).map((path) => path.split("/")[2]);
  expect(artifacts.map(({ name }) => name).sort()).toEqual(folders("render").sort());
  expect(checked.map(({ name }) => name).sort()).toEqual(folders("check").sort());
});

it("names nothing of this API in the generators", () => {
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

describe("node scripts/generate.ts", () => {
  const generate = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, "scripts/generate.ts"), ...args], { encoding: "utf8" });

  it("--check exits with 0 where nothing differs, and with 1 and a line for each file that does", () => {
    expect(generate("mock", "--check").status).toBe(0);
    const stale = generate("mock", "--check", "--spec", FIXTURE);
    expect(stale.status).toBe(1);
    expect(stale.stderr.match(/^error: \S+ differs from what the spec renders to/gm)).toHaveLength(2);
  });

  it.each([
    [
      "a file that is no OpenAPI 3.1 document",
      ["mock", "--spec", "package.json"],
      "package.json: not an OpenAPI 3.1 document",
    ],
    ["a file that does not exist", ["mock", "--spec", "nowhere.yaml"], "nowhere.yaml: cannot be read"],
    ["an unknown option", ["mock", "--speck", "x"], "'--speck'"],
    ["an unknown package", ["mocks"], 'expected the name of one package (client, docs, mock, spec), got "mocks"'],
  ])("exits with 1 on %s", (_, args, message) => {
    const { status, stderr } = generate(...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
});
