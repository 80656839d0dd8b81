import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readFile } from "../testing/bundle.ts";
import { normalise } from "./normalise.ts";
import type { OpenApiDocument } from "./openapi.ts";

/** A document with one operation, and components. */
function describing(operation: object, components: object = {}, item: object = {}): OpenApiDocument {
  const paths = { "/things": { get: operation, ...item } };
  return { openapi: "3.1.0", info: { title: "Things", version: "1.0.0" }, paths, components } as never;
}

const schemas = (schema: unknown) => describing({}, { schemas: { Thing: schema } });
const media = (content: object) => describing({ requestBody: { content: { "application/json": content } } });

describe("a document is normalised", () => {
  it.each([
    ["true as a schema", schemas({ items: true }), schemas({ items: {} })],
    ["false as a schema", schemas({ properties: { never: false } }), schemas({ properties: { never: { not: {} } } })],
    [
      "additionalProperties as they are",
      schemas({ additionalProperties: false }),
      schemas({ additionalProperties: false }),
    ],
    ["an example of a schema", schemas({ type: "string", example: "a" }), schemas({ type: "string", examples: ["a"] })],
    ["a property named example", schemas({ properties: { example: {} } }), schemas({ properties: { example: {} } })],
    [
      "nullable",
      schemas({ type: "string", nullable: true, enum: ["a"] }),
      schemas({ type: ["string", "null"], enum: ["a", null] }),
    ],
    ["nullable: false", schemas({ nullable: false }), schemas({})],
    ["an example of a body", media({ example: 1 }), media({ examples: { example: { value: 1 } } })],
    [
      "an example beside named ones",
      media({ example: 1, examples: { A: { value: 2 } } }),
      media({ examples: { A: { value: 2 } } }),
    ],
    ["an example without a value", media({ examples: { A: { externalValue: "x" } } }), media({})],
    [
      "a header that OpenAPI ignores",
      describing({ parameters: [{ in: "header", name: "accept" }] }),
      describing({ parameters: [] }),
    ],
    [
      "a path item by reference",
      describing(
        { summary: "A" },
        { pathItems: { Other: { put: { summary: "B" } } } },
        { $ref: "#/components/pathItems/Other" },
      ),
      describing({ summary: "A" }, {}, { put: { summary: "B" } }),
    ],
  ])("%s", (_, document, wanted) => {
    const before = structuredClone(document);
    expect(normalise(document)).toEqual(wanted);
    expect(document).toEqual(before);
  });
});

it.each([
  [
    "nullable without a type",
    schemas({ nullable: true }),
    "#/components/schemas/Thing/nullable: is not a keyword of OpenAPI 3.1",
  ],
  [
    "a path item that leads nowhere",
    describing({}, {}, { $ref: "#/components/pathItems/None" }),
    '#/paths/~1things: reference "#/components/pathItems/None" leads nowhere',
  ],
  [
    "a path item in another file",
    describing({}, {}, { $ref: "others.yaml" }),
    '#/paths/~1things: reference "others.yaml" leaves the document',
  ],
  [
    "a reference in an extension that leads nowhere",
    describing({ "x-note": [{ $ref: "#/none" }] }),
    '#/paths/~1things/get/x-note/0: reference "#/none" leads nowhere',
  ],
])("refuses %s", (_, document, message) => {
  expect(() => normalise(document)).toThrow(message);
});

it("leaves the spec as it is", () => {
  const document = parse(readFile("spec/dist/openapi.yaml")) as OpenApiDocument;
  expect(normalise(document)).toEqual(document);
});
