import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../core/document.ts";
import { plant } from "../../testing/bundle.ts";
import { report } from "./drift.ts";
import { differences, specFacts } from "./facts.ts";
import { readPythonSdk } from "./python-sdk.ts";

const FOLDER = "huaweicloud-sdk-vpcep/huaweicloudsdkvpcep/v1";

const CLIENT = `class VpcepClient(Client):
    def list_books(self, request):
        http_info = self._list_books_http_info(request)

    def _list_books_http_info(cls, request):
        http_info = {
            "method": "GET",
            "resource_path": "/shelves/{shelf_id}/books",
            "request_type": request.__class__.__name__,
            "response_type": "ListBooksResponse"
            }
`;

/** A model class as the SDK writes it. */
const model = (name: string, types: Record<string, string>, comments = "") => {
  const dictionary = (entries: [string, string][]) =>
    entries.map(([key, value]) => `        '${key}': '${value}'`).join(",\n");
  const names = Object.keys(types);
  return `class ${name}:

    openapi_types = {
${dictionary(Object.entries(types))}
    }

    attribute_map = {
${dictionary(names.map((key) => [key, key]))}
    }
${comments}`;
};

const MODELS = [
  model("ListBooksRequest", { shelf_id: "str", limit: "int" }),
  model("ListBooksResponse", { books: "list[Book]" }),
  model("Book", { title: "str", state: "str" }, "        :param state: 状态。  - lent：借出  - free：在架\n"),
].join("\n\n# ----\n\n");

const DOCUMENT: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Books", version: "1.0.0" },
  paths: {
    "/shelves/{shelf_id}/books": {
      get: {
        operationId: "listBooks",
        parameters: [
          { name: "shelf_id", in: "path", required: true, schema: { type: "string" } },
          { name: "limit", in: "query", schema: { type: "integer" } },
        ],
        responses: {
          "200": {
            description: "Books.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/BookList" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      BookList: {
        type: "object",
        properties: {
          books: {
            type: "array",
            items: {
              type: "object",
              properties: { title: { type: "string" }, state: { type: "string", enum: ["lent", "free"] } },
            },
          },
        },
      },
    },
  },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "drift-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the differences between the document and an SDK of these files. */
function compare(client: string, models: string): string[] {
  const write = (name: string, text: string) => {
    const file = join(folder, FOLDER, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("vpcep_client.py", client);
  for (const [index, text] of models.split("# ----").entries()) write(`model/model_${index}.py`, text.trimStart());
  return differences(specFacts(DOCUMENT), readPythonSdk(folder));
}

describe("pnpm drift", () => {
  it("finds nothing where the SDK agrees with the document", () => {
    expect(compare(CLIENT, MODELS)).toEqual([]);
  });

  it.each<[string, "client" | "models", string, string, string[]]>([
    [
      "an operation under another path",
      "client",
      "/shelves/{",
      "/racks/{",
      ["listBooks: GET /shelves/{shelf_id}/books in the spec, GET /racks/{shelf_id}/books in the SDK"],
    ],
    [
      "a renamed operation",
      "client",
      "ListBooksResponse",
      "FindBooksResponse",
      ["only in the SDK: findBooks", "only in the spec: listBooks"],
    ],
    [
      "a new query parameter",
      "models",
      "'limit': 'int'",
      "'limit': 'int',\n        'author': 'str'",
      ["only in the SDK: listBooks query author"],
    ],
    [
      "another type of a parameter",
      "models",
      "'limit': 'int'",
      "'limit': 'str'",
      ["listBooks query limit: integer in the spec, string in the SDK"],
    ],
    [
      "a field that went",
      "models",
      "        'title': 'str',\n",
      "",
      ["only in the spec: listBooks response books[].title"],
    ],
    [
      "a list that became a single object",
      "models",
      "list[Book]",
      "Book",
      ["listBooks response books: array of object in the spec, object in the SDK"],
    ],
    [
      "a new value",
      "models",
      "  - free：",
      "  - sold：卖出  - free：",
      ["only in the SDK: listBooks response books[].state = sold"],
    ],
  ])("finds %s", (_, part, from, to, wanted) => {
    const found = compare(
      part === "client" ? plant(CLIENT, from, to) : CLIENT,
      part === "models" ? plant(MODELS, from, to) : MODELS,
    );
    expect(found).toEqual(expect.arrayContaining(wanted));
  });

  it("names a folder that is not a checkout of the SDK", () => {
    expect(() => readPythonSdk(join(folder, "nowhere"))).toThrow(/nowhere has no .*vpcep_client\.py/);
  });

  it("exits with 1 where a difference came or an accepted one went, and with 0 otherwise", () => {
    const accepted = [{ reason: "Decided.", differences: ["only in the spec: a"] }];
    expect(report(["only in the spec: a"], accepted).code).toBe(0);
    expect(report(["only in the spec: a", "only in the SDK: b"], accepted)).toMatchObject({
      code: 1,
      text: expect.stringContaining("| new | only in the SDK: b |"),
    });
    expect(report([], accepted)).toMatchObject({
      code: 1,
      text: expect.stringContaining("| gone | only in the spec: a |"),
    });
  });
});
