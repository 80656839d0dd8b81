// Documents of other APIs, each of another character, go all the way: generate, compile, check, call, mock.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifacts } from "./index.ts";
import { readDocument, type OpenApiDocument } from "../core/document.ts";
import { compileClient, renderInto } from "../testing/scratch.ts";
import { startMockProcess, type MockProcess } from "../testing/start-mock.ts";

type Operations = Record<string, (client: object, params?: object) => Promise<unknown>>;

/** A call, the data of its response from the mock, and what the types say of both. */
type Call = [operation: string, params: object, data: unknown, type: string];

/** hey-api has no types of constants that are objects, and loses `null` in an enum without a type. */
const BEYOND_THE_SECOND_GENERATOR = /^[\w ]+\.(point|kind) is .*, not |^parameters of call\.body is /;

const film = new Blob(["pixels"]);
const odd = { point: { x: 1, y: [2] }, set: [{ a: 1 }, { a: 2 }], kind: "on", closed: 1, words: { aa: 1 } };

const DOCUMENTS: Record<string, Call[]> = {
  museum: [
    ["getHours", { days: ["monday", "sunday"] }, [{ day: "monday", opens: 9, closes: 17 }], "{ opens: number }[]"],
    ["buyTickets", { body: { count: 2 } }, { number: 7, code: null }, "{ code?: string | null }"],
    ["delete_", { exhibit_id: "mona lisa" }, undefined, "undefined"],
  ],
  "tic-tac-toe": [
    ["getSquare", { row: 1, column: 3 }, "X", '"." | "X" | "O"'],
    [
      "putSquare",
      { row: 1, column: 1, body: "O" },
      { winner: "O", board: expect.any(Array) },
      '{ board: ("." | "X" | "O")[][] }',
    ],
  ],
  "post-office": [
    [
      "sendParcel",
      { body: { to: "Ann", within: [{ to: "Bob" }] } },
      { parcel: { to: "Ann" } },
      "{ parcel?: { to: string } }",
    ],
  ],
  darkroom: [
    ["uploadFilm", { body: { film, title: "Sunset" } }, { id: "f1" }, "{ id?: string }"],
    ["getTitle", { id: "f1" }, "Sunset", "string"],
    ["setTitle", { id: "f1", body: "Dusk" }, undefined, "undefined"],
    ["getScan", { id: "f1" }, expect.any(Blob), "Blob"],
    ["setScan", { id: "f1", body: film }, undefined, "undefined"],
    ["orderPrints", { body: { size: "A4" } }, undefined, "undefined"],
  ],
  torture: [
    [
      "default_",
      { class: "iron", query_class: "a", query_body: true, filter: { a: "b" }, schema: 1 },
      { any: "thing" },
      "unknown",
    ],
    ["call_", { body: odd }, odd, "{ point: { x: 1; y: [2] } }"],
    ["validators_", {}, undefined, "undefined"],
    ["client_", {}, { status: "there" }, "{ status?: string }"],
  ],
};

describe.each(Object.entries(DOCUMENTS))("%s.yaml", (name, calls) => {
  let root: string;
  let document: OpenApiDocument;
  let mock: MockProcess;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), `${name}-`));
    document = readDocument(join(import.meta.dirname, `fixtures/${name}.yaml`));
    await renderInto(root, document);
    mock = await startMockProcess([
      "--port",
      "0",
      "--document",
      join(root, "packages/mock/generated/openapi.mock.json"),
    ]);
  });
  afterAll(async () => {
    await mock?.stop();
    rmSync(root, { recursive: true });
  });

  it("has artifacts that their checks find nothing wrong with", async () => {
    const problems: string[] = [];
    for (const { check } of artifacts) problems.push(...((await check?.(document, root)) ?? []));
    expect(problems.filter((problem) => !BEYOND_THE_SECOND_GENERATOR.test(problem))).toEqual([]);
  });

  it("has docs", async () => {
    const docs = artifacts.find((artifact) => artifact.name === "docs");
    expect(Object.keys((await docs?.render(document)) ?? {})).toContain("reference/index.html");
  });

  it("has a client that compiles, with the types of its data", async () => {
    const lines = calls.map(
      ([operation, , , type]) =>
        `export const ${operation}Data: () => Promise<${type}> = () => operations.${operation}(null!, null!);`,
    );
    expect(await compileClient(root, ['import * as operations from "./operations.ts";', ...lines].join("\n"))).toBe("");
  });

  it.each(calls)("%s goes through the client to the mock and back", async (operation, params, data) => {
    const source = join(root, "packages/client/src");
    const operations = (await import(join(source, "operations.ts"))) as Operations;
    const { createClient, tokenAuth } = await import(join(source, "index.ts"));
    const { validateResponses } = await import(join(source, "validate.ts"));
    const violations: (string | null)[] = [];
    const client = createClient({
      baseUrl: mock.url,
      projectId: "p",
      auth: tokenAuth("t"),
      async fetch(request: Request) {
        const headers = new Headers(request.headers);
        headers.set("X-Key", "k");
        const response = await fetch(new Request(request, { headers }));
        violations.push(response.headers.get("sl-violations"));
        return response;
      },
    });
    client.use(validateResponses());
    expect(await operations[operation]?.(client, params)).toEqual(data);
    expect(violations).toEqual([null]);
  });
});
