import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../core/document.ts";
import { render } from "./render.ts";

type Edit = (operation: Record<string, any>, document: Record<string, any>) => void;

/** Renders a document with one operation that was edited. */
function rendered(edit: Edit): string {
  const get = {
    operationId: "listThings",
    parameters: [{ name: "a", in: "query", schema: { type: "array" } }],
    responses: {},
  };
  const document = { openapi: "3.1.0", info: { title: "Things", version: "1.0.0" }, paths: { "/things": { get } } };
  edit(get, document);
  return render(document as never as OpenApiDocument) as string;
}

const parameter =
  (change: object): Edit =>
  ({ parameters }) =>
    void Object.assign(parameters[0], change);
const responses =
  (content: Record<string, string>): Edit =>
  (operation) => {
    const described = Object.entries(content).map(([status, type]) => [status, { content: { [type]: {} } }]);
    operation["responses"] = Object.fromEntries(described);
  };

it.each<[what: string, edit: Edit, message: string]>([
  [
    "an operation without operationId",
    (operation) => delete operation["operationId"],
    "#/paths/~1things/get: has no operationId",
  ],
  [
    "an operationId that is taken",
    (operation, { paths }) => (paths["/others"] = { get: operation }),
    '#/paths/~1others/get: operationId "listThings" is also that of /paths/~1things/get',
  ],
  [
    "operationIds that give the same names",
    (operation, { paths }) => (paths["/others"] = { get: { ...operation, operationId: "list-things" } }),
    '#/paths/~1others/get/operationId: "list-things" has the same generated names as "listThings"',
  ],
  [
    "an operationId without ASCII",
    (operation) => (operation["operationId"] = "列表"),
    '#/paths/~1things/get/operationId: "列表" has no letter',
  ],
  ["an operationId with #", (operation) => (operation["operationId"] = "a#b"), '/operationId: "a#b" has a "#" in it'],
  [
    "a cookie",
    parameter({ in: "cookie" }),
    "#/paths/~1things/get/parameters/0: is sent as a cookie, which the client does not support",
  ],
  ["content of a parameter", parameter({ content: {} }), "parameters/0: has `content` in place of a schema"],
  ["allowReserved", parameter({ allowReserved: true }), "parameters/0: has `allowReserved`"],
  [
    "a list that is not exploded",
    parameter({ explode: false }),
    'parameters/0: is an array of style "form" with explode: false',
  ],
  [
    "another style of a list",
    parameter({ style: "pipeDelimited" }),
    'parameters/0: is an array of style "pipeDelimited"',
  ],
  ["an object in the query", parameter({ schema: { type: "object" } }), 'parameters/0: is an object of style "form"'],
  ["a list in the path", parameter({ in: "path" }), "parameters/0: is an array in the path"],
  [
    "a matrix in the path",
    parameter({ in: "path", style: "matrix", schema: {} }),
    'parameters/0: has the style "matrix"',
  ],
  [
    "responses of several kinds",
    responses({ 200: "application/json", 201: "text/plain" }),
    "#/paths/~1things/get/responses/201/content/text~1plain: is text, and that of 200 is json",
  ],
])("refuses %s", (_, edit, message) => {
  expect(() => rendered(edit)).toThrow(message);
});

describe("the body of a response is read as", () => {
  it.each([
    [
      "JSON",
      { 200: "application/problem+json" },
      '["content"]["application/problem+json"]',
      "params, options, { places",
    ],
    ["text", { 200: "text/csv" }, "export type ListThingsData = string;", '{ parseAs: "text", ...options }'],
    ["a Blob", { 200: "image/png" }, "export type ListThingsData = Blob;", '{ parseAs: "blob", ...options }'],
    [
      "the default, where there is no other",
      { default: "application/json" },
      '["responses"]["default"]["content"]',
      "places",
    ],
  ])("%s", (_, content, type, init) => {
    const code = rendered(responses(content));
    expect(code).toContain(type);
    expect(code).toContain(init);
  });
});
