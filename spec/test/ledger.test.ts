import { describe, expect, it } from "vitest";
import { listOperations, type Schema } from "../../scripts/core/document.ts";
import { bundle, plant, readFile } from "../../scripts/testing/bundle.ts";

/** Returns the differences between spec/upstream.csv and the operations of the spec. */
function differences(ledger: string): string[] {
  const [, ...rows] = ledger
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const listed = rows.map(([id, method, path]) => `${id} ${method} ${path}`);
  const described = listOperations(bundle).map(({ operationId, method, path }) => `${operationId} ${method} ${path}`);
  const incomplete = rows.filter(([, , , source, checked]) => !source || !/^\d{4}-\d\d-\d\d$/.test(checked ?? ""));
  return [
    ...listed.filter((row) => !described.includes(row)).map((row) => `not in the spec: ${row}`),
    ...described.filter((row) => !listed.includes(row)).map((row) => `not in spec/upstream.csv: ${row}`),
    ...incomplete.map(([id]) => `no source or no date: ${id}`),
  ];
}

describe("spec/upstream.csv", () => {
  const ledger = readFile("spec/upstream.csv");

  it("lists the operations of the spec with their sources and dates", () => {
    expect(ledger).toMatch(/^operationId,method,path,source,checked\n/);
    expect(differences(ledger)).toEqual([]);
  });

  it.each([
    ["a missing row", /^deleteEndpoint,.*\n/m, "", "not in spec/upstream.csv: deleteEndpoint DELETE"],
    ["another path", "/v1/{project_id}/quotas", "/v1/{project_id}/quota", "not in the spec: listQuotaDetails GET /v1"],
    ["a row without a date", /(?<=^createEndpoint,.*),\d+-\d+-\d+$/m, ",", "no source or no date: createEndpoint"],
  ])("fails the check with %s", (_, from, to, difference) => {
    expect(differences(plant(ledger, from, to)).join("\n")).toContain(difference);
  });
});

describe("schemas", () => {
  const schemas = Object.entries((bundle.components?.["schemas"] ?? {}) as Record<string, Schema>);

  it("have a description each", () => {
    expect(schemas.filter(([, { description }]) => !description).map(([name]) => name)).toEqual([]);
  });

  it("keep int64 within the integers that JavaScript represents exactly", () => {
    const numbers = schemas.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).map(([key, schema]) => ({ name: `${name}.${key}`, schema })),
    );
    const int64 = numbers.filter(({ schema }) => schema["format"] === "int64");
    expect(int64).not.toEqual([]);
    expect(int64.filter(({ schema }) => schema["maximum"] !== Number.MAX_SAFE_INTEGER)).toEqual([]);
  });
});
